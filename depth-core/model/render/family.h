// The kinds of scene and how often each is drawn.
#ifndef FAMILY_H
#define FAMILY_H
#include "scene.h"

typedef struct { const char *name; float share; void (*build)(Scene *); } Family;
extern const Family FAMILIES[];
extern const int FAMILY_COUNT;

void build_room(Scene *s);
void build_table(Scene *s);
void build_street(Scene *s);
void build_corridor(Scene *s);
void build_landscape(Scene *s);
void build_closeup(Scene *s);
void build_display(Scene *s);
void build_abstract(Scene *s);
#endif
