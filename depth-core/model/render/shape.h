// Solids and surfaces that a ray can hit, each in its own axes.
#ifndef SHAPE_H
#define SHAPE_H
#include "vec.h"

typedef enum {
  BOX,        // half
  ROUND_BOX,  // half, a = edge radius
  ELLIPSOID,  // half; a = threshold of the noise that cuts holes, b = its frequency, c = its seed
  FRUSTUM,    // half.y, radii half.x and half.z times a at the foot and b at the top; c = 1 open at the top
  CAPSULE,    // along y: half.y of the segment, half.x the radius
  RECTANGLE,  // in x and y; data: up to `count` holes as centre x, y and half sizes; a = 1 ellipse, 2 leaf
  TORUS,      // about y: half.x the big radius, half.y the tube's; a = half of the arc that exists, round +z
  HULL,       // convex: `count` planes in data as nx, ny, nz, d (inside: n.p < d); half bounds it
  FIELD       // heights over x and z: data count x count, row by row in z; half.y bounds |height|
} Kind;

typedef struct {
  V at; M axes; V half;
  float a, b, c;
  const float *data;
  int count;
  int16_t kind, material;
  bool casts;         // stands in the way of light
  V lo, hi;           // bounds in the world
} Shape;

typedef struct { V o, d; float from; float spread; } Ray;  // spread: footprint per unit of t, 0 = none

// nearest t beyond from, or -1; the normal, in the shape's axes, faces the ray and may be left out
float shape_hit(const Shape *s, Ray local, V *normal);
static inline Ray into(const Shape *s, Ray r) {
  return (Ray){in(s->axes, sub(r.o, s->at)), in(s->axes, r.d), r.from, r.spread};
}
void shape_bound(Shape *s);
V shape_extent(const Shape *s);  // half sizes of the box in the shape's axes that holds it
#endif
