// Everything that a scene is furnished with. Each stands on its frame's origin with its front to z, sizes in metres.
#ifndef THINGS_H
#define THINGS_H
#include "scene.h"

// small things
void clutter(Scene *s, Frame f, float size);             // any of the following and plain solids
void bottle(Scene *s, Frame f, float height);
void cup(Scene *s, Frame f, float height);
void bowl(Scene *s, Frame f, float radius);
void plate_of_food(Scene *s, Frame f, float radius);
void carton(Scene *s, Frame f, float size);
void basket(Scene *s, Frame f, float size);
void toy(Scene *s, Frame f, float size);
void statue_head(Scene *s, Frame f, float height);
void table_lamp(Scene *s, Frame f, float height);
void screen(Scene *s, Frame f, float width);
void book_row(Scene *s, Frame f, float width, float height, float depth);  // centred, spines to z
void book_pile(Scene *s, Frame f, float size);
void board(Scene *s, Frame f, float width, float height);                  // a thin upright plane, leaning
void cloth(Scene *s, Frame f, float width, float depth, float fold);       // lies in folds
void vase(Scene *s, Frame f, float height);
void crowd(Scene *s, Frame f, float width, float depth, int count, float size);  // clutter strewn over an area

// figures
void person(Scene *s, Frame f, float height);
void sitter(Scene *s, Frame f, float seat);
void bust(Scene *s, Frame f, float size);                // head and shoulders
void animal(Scene *s, Frame f, float length);
void pot_plant(Scene *s, Frame f, float height);
void leafy(Scene *s, Frame f, float height, int leaves); // stems with leaves, no pot
void tree(Scene *s, Frame f, float height);
void bush(Scene *s, Frame f, float size);
void car(Scene *s, Frame f);                             // drives towards z
void van(Scene *s, Frame f, float length, float height);
void cyclist(Scene *s, Frame f, bool ridden);

// furniture
void table(Scene *s, Frame f, float w, float d, float h, int things);
void chair(Scene *s, Frame f);
void office_chair(Scene *s, Frame f);
void sofa(Scene *s, Frame f, float width);
void bed(Scene *s, Frame f, float width);
void cupboard(Scene *s, Frame f, float w, float h, float d);
void bookcase(Scene *s, Frame f, float w, float h, float d);
void desk(Scene *s, Frame f, float w);
void kitchen_row(Scene *s, Frame f, float width);
void floor_lamp(Scene *s, Frame f);
void radiator(Scene *s, Frame f, float w);
void stairs(Scene *s, Frame f, float width);
void rack(Scene *s, Frame f, float w, float h, float d); // open metal shelves with boxes
void curtain(Scene *s, Frame f, float w, float h);
void window(Scene *s, Frame f, float w, float h, float glow);  // frame at its centre, on the wall
void door(Scene *s, Frame f, float w, float h);
void hanging_lamp(Scene *s, Frame f, float drop);
#endif
