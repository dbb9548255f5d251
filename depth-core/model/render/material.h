// What a surface looks like: a pattern in metres, filtered by its footprint, with grain, dirt, gloss and glass.
#ifndef MATERIAL_H
#define MATERIAL_H
#include "shape.h"

typedef enum {
  PLAIN, CLOUDY, STRIPES, CHECKS, TILES, WOOD, WEAVE, PHOTO, COLUMNS, TEXT, LABEL, LEAVES, ROAD, FACADE, SPOTS, GRADIENT, SCREEN, WAVES, FLOWERS, VIEW
} Pattern;

typedef struct {
  int pattern;
  V a, b, c;            // colours, linear
  V mean;               // for light that it throws back
  float scale;          // metres
  float p, q;           // the pattern's own numbers
  float turn;           // of the pattern in its plane
  float grain, grain_freq, dirt;
  float bump;
  float gloss, shine, mirror;
  float glass;          // how much of what lies behind shows
  float glow;
  float seed;
  int photo;
  float u0, v0, ku, kv; // photo: offset and pictures per metre
} Material;

typedef struct { V p, n; float footprint; const Shape *shape; } Spot;  // in the shape's axes

int texture_count(void);
V material_color(const Material *m, const Spot *s);
V material_bump(const Material *m, const Spot *s);  // the normal, shaken
#endif
