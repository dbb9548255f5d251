// A picture's world while it is being put together: shapes, materials, lights, sky and the camera.
#ifndef SCENE_H
#define SCENE_H
#include "material.h"

#define MAX_SHAPES 1600
#define MAX_MATERIALS 700
#define MAX_LIGHTS 4
#define ARENA 65536

typedef enum { SUN, BALL, PANEL } LightKind;
typedef struct { LightKind kind; V at, u, w, color; float radius; } Light;  // sun: at = direction to it; panel: at ± u ± w, shines along u × w

typedef struct {
  V at; M axes;            // x right, y down, z forward
  float focal, bend;       // focal length over half the width; cubic distortion
  float cx, cy;            // principal point, parts of the size
} Camera;

typedef struct { V zenith, horizon, cloud, ground; float clouds, seed; bool open; } Sky;  // open: seen where nothing is hit

typedef struct {
  Rng rng;
  Shape shapes[MAX_SHAPES]; int shape_count;
  Material materials[MAX_MATERIALS]; int material_count;
  Light lights[MAX_LIGHTS]; int light_count;
  float arena[ARENA]; int arena_used;
  Camera camera;
  Sky sky;
  V bounce;                // irradiance that surfaces are assumed to have when seen by other surfaces
  V up, down;              // light from where nothing is hit
  float reach;             // metres over which neighbours darken each other
  float fog; V fog_color;
  float saturation;        // of this picture's colours
  float photos;            // part of surfaces that carry a photo
  float near_share;        // part of the picture that may be very near
  float near_depth;
} Scene;

static inline float rnd(Scene *s, float a, float b) { return a + (b - a) * uniform(&s->rng); }
static inline bool chance(Scene *s, float p) { return uniform(&s->rng) < p; }
static inline int below(Scene *s, int n) { return (int)(next(&s->rng) % (uint64_t)n); }
static inline float logrnd(Scene *s, float a, float b) { return expf(rnd(s, logf(a), logf(b))); }
static inline float gauss(Scene *s) { return (rnd(s, -1, 1) + rnd(s, -1, 1) + rnd(s, -1, 1)); }
static inline float sign(Scene *s) { return chance(s, .5f) ? 1 : -1; }
#define PICK(s, ...) ((float[]){__VA_ARGS__}[below(s, (int)(sizeof((float[]){__VA_ARGS__}) / sizeof(float)))])

// ---- materials: each returns a handle
Material *material(Scene *s, int m);
int new_material(Scene *s, Material m);
V color(Scene *s, float hue, float saturation, float low, float high);  // hue < 0: any; saturation < 0: the picture's
V neutral(Scene *s, float low, float high);
int plain(Scene *s, V c);
int paint(Scene *s);                         // walls
int wood(Scene *s);
int metal(Scene *s);
int plastic(Scene *s);
int fabric(Scene *s);
int ceramic(Scene *s);
int glass(Scene *s);
int foliage(Scene *s, float size);
int tiles(Scene *s, float size);
int brick(Scene *s);
int flooring(Scene *s);
int stone(Scene *s);
int picture_of(Scene *s, float width, float height);  // one photo or print over the whole surface
int skin(Scene *s);
int glowing(Scene *s, V c, float glow);
int anything(Scene *s, float size);          // any pattern fit for a thing of that size

// ---- shapes, in a frame
Shape *box(Scene *s, Frame f, V c, V half, int m);
Shape *soft_box(Scene *s, Frame f, V c, V half, float radius, int m);
Shape *ball(Scene *s, Frame f, V c, V half, int m);
Shape *clump(Scene *s, Frame f, V c, V half, float holes, float frequency, int m);
Shape *tube(Scene *s, Frame f, V c, float radius, float half, int m);
Shape *cone(Scene *s, Frame f, V c, float foot, float top, float half, int m);
Shape *rod(Scene *s, Frame f, V a, V b, float radius, int m);
Shape *stick(Scene *s, Frame f, V a, V b, float ra, float rb, int m);  // a cone from a to b
Shape *sheet(Scene *s, Frame f, V c, float hx, float hy, int m);
Shape *ring(Scene *s, Frame f, V c, float radius, float tube, float arc, int m);
Shape *hull(Scene *s, Frame f, V c, V half, const float *planes, int count, int m);
Shape *prism(Scene *s, Frame f, V c, const float *xy, int points, float half, int m);  // convex, anticlockwise in x y, along z
Shape *field(Scene *s, Frame f, V c, V half, float *heights, int n, int m);
float *room_for(Scene *s, int floats);

// ---- the rest
void add_light(Scene *s, Light l);
void look(Scene *s, V at, float yaw, float pitch, float roll, float fov_degrees);
bool blocked(const Scene *s, V p, float margin);  // p in or near something solid
void open_air(Scene *s);                          // sky and sun for the open air
#endif
