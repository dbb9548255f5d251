#include "scene.h"
#include <string.h>

Material *material(Scene *s, int m) { return &s->materials[m]; }

int new_material(Scene *s, Material m) {
  if (s->material_count == MAX_MATERIALS) return below(s, MAX_MATERIALS);
  if (m.scale <= 0) m.scale = .1f;
  if (m.grain_freq <= 0) m.grain_freq = logrnd(s, 1, 15);
  m.seed = rnd(s, 0, 99);
  m.mean = m.pattern == PLAIN || m.pattern == LABEL ? m.a : m.pattern == PHOTO ? v1(.3f) : m.pattern == TILES ? blend(m.a, m.c, .5f) : blend(m.a, m.b, .4f);
  s->materials[s->material_count] = m;
  return s->material_count++;
}

V color(Scene *s, float hue, float saturation, float low, float high) {
  float h = hue < 0 ? uniform(&s->rng) : hue + gauss(s) * .025f, sat = clamp((saturation < 0 ? s->saturation : saturation) * rnd(s, .3f, 1.3f), 0, 1);
  float value = rnd(s, low, high), c[3];
  for (int i = 0; i < 3; i++) {
    float k = h * 6 + (i == 0 ? 0 : i == 1 ? 4 : 2);
    k -= 6 * floorf(k / 6);
    float e = value * (1 - sat * (1 - clamp(fabsf(k - 3) - 1, 0, 1)));
    c[i] = powf(e, 2.1f);
  }
  return v(c[0], c[1], c[2]);
}

V neutral(Scene *s, float low, float high) { return color(s, PICK(s, .08f, .1f, .6f, .13f, .11f), .12f, low, high); }

static int finished(Scene *s, Material m) {  // wear and gloss that any surface may have
  if (m.grain == 0) m.grain = chance(s, .6f) ? rnd(s, 0, .12f) : rnd(s, 0, .35f);
  if (m.dirt == 0 && chance(s, .12f)) m.dirt = rnd(s, 0, .35f);
  return new_material(s, m);
}

int plain(Scene *s, V c) { return new_material(s, (Material){.a = c, .b = c, .c = c, .grain = rnd(s, 0, .08f)}); }
int glowing(Scene *s, V c, float glow) { return new_material(s, (Material){.a = c, .b = c, .c = c, .glow = glow}); }

static Material photograph(Scene *s, float per_metre) {
  return (Material){.pattern = PHOTO, .a = color(s, -1, -1, .4f, .9f), .photo = below(s, texture_count()), .u0 = rnd(s, 0, 2), .v0 = rnd(s, 0, 2),
                    .ku = per_metre, .kv = per_metre * rnd(s, .8f, 1.25f), .p = PICK(s, 0, 0, .4f)};
}
static bool photos_here(Scene *s, float part) { return texture_count() > 0 && chance(s, part * s->photos); }

int paint(Scene *s) {
  if (photos_here(s, .35f)) return finished(s, photograph(s, logrnd(s, .15f, .8f)));
  V c = chance(s, .65f) ? neutral(s, .55f, .97f) : color(s, -1, .6f * s->saturation, .35f, .92f);
  Material m = {.a = c, .b = mul(c, rnd(s, .6f, 1.1f)), .c = color(s, -1, -1, .3f, .9f), .grain = rnd(s, 0, .1f)};
  float k = uniform(&s->rng);
  if (k < .08f) { m.pattern = STRIPES; m.scale = rnd(s, .05f, .3f); m.p = rnd(s, .3f, .7f); }
  else if (k < .14f) { m.pattern = FLOWERS; m.scale = rnd(s, .08f, .4f); }
  else if (k < .22f) { m.pattern = WOOD; m.p = 1; m.q = .2f; m.scale = rnd(s, .06f, .2f); m.turn = PI / 2; m.a = color(s, .08f, .55f, .3f, .8f); m.b = mul(m.a, .55f); }
  else if (k < .4f) { m.pattern = CLOUDY; m.scale = logrnd(s, .05f, 1.5f); m.p = rnd(s, .2f, .7f); m.b = mul(c, rnd(s, .75f, 1)); }
  if (chance(s, .2f)) { m.bump = rnd(s, .1f, .5f); m.grain_freq = logrnd(s, 8, 50); }
  return finished(s, m);
}

int wood(Scene *s) {
  V c = color(s, .075f, .6f, .2f, .85f);
  return finished(s, (Material){.pattern = WOOD, .a = c, .b = mul(c, rnd(s, .35f, .8f)), .scale = rnd(s, .04f, .2f), .p = chance(s, .25f), .q = .3f,
                                .gloss = chance(s, .6f) ? rnd(s, .03f, .25f) : 0, .shine = logrnd(s, 8, 60), .turn = PICK(s, 0, 0, PI / 2)});
}
int metal(Scene *s) {
  V c = chance(s, .7f) ? neutral(s, .15f, .85f) : color(s, .1f, .5f, .4f, .8f);
  return finished(s, (Material){.a = c, .grain = rnd(s, 0, .06f), .gloss = rnd(s, .3f, .9f), .shine = logrnd(s, 10, 90), .mirror = chance(s, .4f) ? rnd(s, .15f, .6f) : 0});
}
int plastic(Scene *s) {
  V c = chance(s, .35f) ? neutral(s, .05f, .95f) : color(s, -1, fmaxf(s->saturation, .4f), .1f, .95f);
  return finished(s, (Material){.a = c, .grain = rnd(s, 0, .05f), .gloss = rnd(s, .05f, .5f), .shine = logrnd(s, 10, 80)});
}
int fabric(Scene *s) {
  if (photos_here(s, .6f)) return finished(s, photograph(s, logrnd(s, .5f, 3)));
  V c = chance(s, .3f) ? neutral(s, .1f, .9f) : color(s, -1, -1, .12f, .85f);
  Material m = {.a = c, .b = chance(s, .5f) ? mul(c, rnd(s, .5f, 1.3f)) : color(s, -1, -1, .2f, .9f), .c = color(s, -1, -1, .2f, .9f), .scale = logrnd(s, .02f, .15f), .p = rnd(s, .3f, .7f)};
  m.pattern = (int)PICK(s, PLAIN, CLOUDY, WEAVE, WEAVE, STRIPES, CHECKS, FLOWERS, SPOTS);
  if (m.pattern == WEAVE) m.scale = logrnd(s, .006f, .04f);
  if (chance(s, .4f)) { m.bump = rnd(s, .1f, .6f); m.grain_freq = logrnd(s, 8, 60); m.grain = rnd(s, .05f, .3f); }
  return finished(s, m);
}
int ceramic(Scene *s) {
  V c = chance(s, .5f) ? neutral(s, .6f, .97f) : color(s, -1, fmaxf(s->saturation, .4f), .2f, .9f);
  Material m = {.a = c, .b = color(s, -1, -1, .2f, .9f), .c = color(s, -1, -1, .2f, .9f), .scale = logrnd(s, .01f, .05f), .p = rnd(s, .2f, .45f),
                .gloss = rnd(s, .2f, .7f), .shine = logrnd(s, 25, 90), .grain = .01f};
  m.pattern = (int)PICK(s, PLAIN, PLAIN, PLAIN, STRIPES, SPOTS, LABEL, FLOWERS);
  if (m.pattern == LABEL) { m.q = m.p + rnd(s, .1f, .4f); m.scale = rnd(s, .01f, .03f); }
  return new_material(s, m);
}
int glass(Scene *s) {
  V c = chance(s, .6f) ? neutral(s, .75f, .95f) : color(s, PICK(s, .3f, .1f, .55f), .6f, .3f, .8f);
  return new_material(s, (Material){.a = c, .gloss = rnd(s, .5f, 1), .shine = rnd(s, 50, 100), .glass = rnd(s, .55f, .9f), .mirror = .15f});
}
int foliage(Scene *s, float size) {
  float hue = PICK(s, .27f, .25f, .3f, .22f, .17f, .08f, .28f);
  V c = color(s, hue, .65f, .2f, .65f);
  return new_material(s, (Material){.pattern = LEAVES, .a = c, .b = color(s, hue, .65f, .1f, .45f), .c = c, .scale = size * rnd(s, .08f, .25f), .grain = .15f, .grain_freq = 3 / size});
}
int tiles(Scene *s, float size) {
  V c = chance(s, .7f) ? neutral(s, .3f, .95f) : color(s, -1, -1, .2f, .9f);
  return finished(s, (Material){.pattern = TILES, .a = c, .c = mul(c, rnd(s, .75f, 1)), .b = neutral(s, .2f, .8f), .scale = size * rnd(s, .6f, 1.6f), .p = PICK(s, 1, 1, 1, 2, .5f),
                                .q = rnd(s, .015f, .05f), .gloss = rnd(s, 0, .4f), .shine = logrnd(s, 15, 80), .turn = PICK(s, 0, 0, 0, PI / 4), .mirror = chance(s, .25f) ? rnd(s, .05f, .3f) : 0});
}
int brick(Scene *s) {
  V c = color(s, PICK(s, .03f, .04f, .08f), .5f, .25f, .7f);
  return finished(s, (Material){.pattern = TILES, .a = c, .c = mul(c, rnd(s, .5f, .9f)), .b = neutral(s, .4f, .8f), .scale = rnd(s, .18f, .4f), .p = rnd(s, 2, 3.2f), .q = rnd(s, .03f, .07f), .grain = .15f, .dirt = .2f});
}
int stone(Scene *s) {
  V c = neutral(s, .2f, .8f);
  return finished(s, (Material){.pattern = CLOUDY, .a = c, .b = mul(c, rnd(s, .4f, .9f)), .scale = logrnd(s, .03f, .5f), .p = rnd(s, .3f, 1), .grain = rnd(s, .05f, .4f), .grain_freq = logrnd(s, 4, 40), .bump = chance(s, .5f) ? rnd(s, 0, .8f) : 0, .dirt = .2f});
}
int flooring(Scene *s) {
  float k = uniform(&s->rng);
  if (k < .4f) {
    int m = wood(s);
    Material *w = material(s, m);
    w->p = 1; w->scale = rnd(s, .06f, .2f); w->q = rnd(s, .1f, .5f); w->mirror = chance(s, .3f) ? rnd(s, .05f, .3f) : 0;
    return m;
  }
  if (k < .6f) return tiles(s, .35f);
  if (photos_here(s, .5f)) return finished(s, photograph(s, logrnd(s, .3f, 1)));
  V c = chance(s, .5f) ? neutral(s, .2f, .75f) : color(s, -1, -1, .2f, .7f);  // carpet
  if (k < .9f)
    return finished(s, (Material){.pattern = CLOUDY, .a = c, .b = mul(c, rnd(s, .6f, 1)), .scale = logrnd(s, .02f, .6f), .p = rnd(s, .3f, .8f), .grain = rnd(s, .1f, .4f), .grain_freq = logrnd(s, 20, 60), .bump = rnd(s, 0, .4f), .dirt = rnd(s, 0, .2f)});
  return stone(s);
}
int skin(Scene *s) { return plain(s, color(s, .065f, .45f, .3f, .9f)); }

int picture_of(Scene *s, float width, float height) {
  float k = uniform(&s->rng);
  if (texture_count() > 0 && k < .7f)
    return new_material(s, (Material){.pattern = PHOTO, .a = v1(.5f), .photo = below(s, texture_count()), .u0 = .5f, .v0 = .5f, .ku = rnd(s, .6f, 1) / width,
                                      .kv = rnd(s, .6f, 1) / height, .gloss = chance(s, .3f) ? .3f : 0, .shine = 60});
  Material m = {.pattern = (int)PICK(s, TEXT, TEXT, GRADIENT, FLOWERS, SPOTS, CHECKS, CLOUDY, WAVES), .a = chance(s, .6f) ? neutral(s, .6f, .97f) : color(s, -1, .6f, .2f, .95f), .b = color(s, -1, .6f, .05f, .6f),
                .c = color(s, -1, .7f, .2f, .9f), .scale = fmaxf(width, height) * logrnd(s, .04f, .3f), .p = rnd(s, .25f, .5f)};
  return new_material(s, m);
}

int anything(Scene *s, float size) {
  if (photos_here(s, 1)) return finished(s, photograph(s, rnd(s, .25f, 1) / size));
  float k = uniform(&s->rng);
  if (k < .2f) return plastic(s);
  if (k < .3f) return wood(s);
  if (k < .4f) return ceramic(s);
  if (k < .46f) return metal(s);
  if (k < .6f) return picture_of(s, size, size);
  Material m = {.pattern = (int)PICK(s, PLAIN, PLAIN, CLOUDY, STRIPES, CHECKS, TILES, LABEL, LABEL, SPOTS, TEXT, GRADIENT, COLUMNS, WEAVE), .a = color(s, -1, -1, .08f, .95f), .b = color(s, -1, -1, .08f, .95f),
                .c = color(s, -1, -1, .08f, .95f), .scale = size * logrnd(s, .06f, .6f), .p = rnd(s, .2f, .5f)};
  if (chance(s, .5f)) m.b = mul(m.a, rnd(s, .4f, 1.5f));
  if (m.pattern == LABEL) m.q = m.p + rnd(s, .1f, .5f);
  if (m.pattern == TILES) { m.p = PICK(s, 1, 2, 3); m.q = .05f; }
  if (m.pattern == COLUMNS) { m.p = size * PICK(s, 0, .4f, .8f); m.scale = size * .1f; }
  if (m.pattern == WEAVE) m.scale = size * .05f;
  if (chance(s, .3f)) { m.gloss = rnd(s, .05f, .6f); m.shine = logrnd(s, 8, 90); }
  if (chance(s, .2f)) { m.bump = rnd(s, .1f, .8f); m.grain_freq = rnd(s, 3, 20) / size; }
  return finished(s, m);
}

// ---- shapes
static Shape *put(Scene *s, Kind kind, Frame f, V c, M axes, V half, int m) {
  static const Shape nothing;
  if (s->shape_count == MAX_SHAPES) s->shape_count--;  // the last one gives way: no picture needs more
  Shape *q = &s->shapes[s->shape_count++];
  *q = nothing;
  q->kind = kind; q->at = place(f, c); q->axes = axes; q->half = highest(half, v1(5e-4f)); q->material = m; q->casts = true;
  shape_bound(q);
  return q;
}
Shape *box(Scene *s, Frame f, V c, V half, int m) { return put(s, BOX, f, c, f.axes, half, m); }
Shape *soft_box(Scene *s, Frame f, V c, V half, float radius, int m) {
  Shape *q = put(s, ROUND_BOX, f, c, f.axes, half, m);
  q->a = fminf(radius, fminf(q->half.x, fminf(q->half.y, q->half.z)) * .99f);
  return q;
}
Shape *ball(Scene *s, Frame f, V c, V half, int m) { return put(s, ELLIPSOID, f, c, f.axes, half, m); }
Shape *clump(Scene *s, Frame f, V c, V half, float holes, float frequency, int m) {
  Shape *q = put(s, ELLIPSOID, f, c, f.axes, half, m);
  q->a = holes; q->b = frequency; q->c = rnd(s, 0, 99);
  return q;
}
Shape *cone(Scene *s, Frame f, V c, float foot, float top, float half, int m) {
  float r = fmaxf(foot, top);
  Shape *q = put(s, FRUSTUM, f, c, f.axes, v(r, half, r), m);
  q->a = foot / r; q->b = top / r;
  shape_bound(q);
  return q;
}
Shape *tube(Scene *s, Frame f, V c, float radius, float half, int m) {
  Shape *q = put(s, FRUSTUM, f, c, f.axes, v(radius, half, radius), m);
  q->a = q->b = 1;
  shape_bound(q);
  return q;
}
Shape *rod(Scene *s, Frame f, V a, V b, float radius, int m) {
  V d = sub(b, a);
  return put(s, CAPSULE, f, blend(a, b, .5f), times(f.axes, along(d)), v(radius, len(d) * .5f, radius), m);
}
Shape *stick(Scene *s, Frame f, V a, V b, float ra, float rb, int m) {
  V d = sub(b, a);
  float r = fmaxf(ra, rb);
  Shape *q = put(s, FRUSTUM, f, blend(a, b, .5f), times(f.axes, along(d)), v(r, len(d) * .5f, r), m);
  q->a = ra / r; q->b = rb / r;
  shape_bound(q);
  return q;
}
Shape *sheet(Scene *s, Frame f, V c, float hx, float hy, int m) { return put(s, RECTANGLE, f, c, f.axes, v(hx, hy, 1e-3f), m); }
Shape *ring(Scene *s, Frame f, V c, float radius, float tube, float arc, int m) {
  Shape *q = put(s, TORUS, f, c, f.axes, v(radius, tube, radius), m);
  q->a = arc;
  return q;
}
float *room_for(Scene *s, int floats) {
  if (s->arena_used + floats > ARENA) s->arena_used = 0;  // never reached by the families here; wraps rather than overruns
  float *p = s->arena + s->arena_used;
  s->arena_used += floats;
  return p;
}
Shape *hull(Scene *s, Frame f, V c, V half, const float *planes, int count, int m) {
  float *p = room_for(s, 4 * count);
  memcpy(p, planes, sizeof(float) * 4 * count);
  Shape *q = put(s, HULL, f, c, f.axes, half, m);
  q->data = p; q->count = count;
  return q;
}
Shape *prism(Scene *s, Frame f, V c, const float *xy, int points, float half, int m) {
  float planes[4 * 18];
  V bound = v(0, 0, half);
  for (int i = 0; i < points; i++) {
    const float *a = xy + 2 * i, *b = xy + 2 * ((i + 1) % points);
    V n = unit(v(b[1] - a[1], a[0] - b[0], 0));
    float *p = planes + 4 * i;
    p[0] = n.x; p[1] = n.y; p[2] = 0; p[3] = n.x * a[0] + n.y * a[1];
    bound.x = fmaxf(bound.x, fabsf(a[0])); bound.y = fmaxf(bound.y, fabsf(a[1]));
  }
  for (int i = 0; i < 2; i++) { float *p = planes + 4 * (points + i); p[0] = p[1] = 0; p[2] = i ? -1 : 1; p[3] = half; }
  return hull(s, f, c, bound, planes, points + 2, m);
}
Shape *field(Scene *s, Frame f, V c, V half, float *heights, int n, int m) {
  float top = 1e-3f;
  for (int i = 0; i < n * n; i++) top = fmaxf(top, fabsf(heights[i]));
  Shape *q = put(s, FIELD, f, c, f.axes, v(half.x, top * 1.001f, half.z), m);
  q->data = heights; q->count = n;
  return q;
}

void add_light(Scene *s, Light l) {
  if (s->light_count < MAX_LIGHTS) s->lights[s->light_count++] = l;
}

void look(Scene *s, V at, float yaw, float pitch, float roll, float fov) {
  M down = {v(1, 0, 0), v(0, -1, 0), v(0, 0, 1)};
  s->camera = (Camera){at, times(turned(yaw, -pitch, roll), down), 1 / tanf(fov * PI / 360), chance(s, .4f) ? rnd(s, -.06f, .04f) : 0,
                       .5f + gauss(s) * .008f, .5f + gauss(s) * .008f};
}

bool blocked(const Scene *s, V p, float margin) {
  for (int i = 0; i < s->shape_count; i++) {
    const Shape *q = &s->shapes[i];
    V m = v1(margin);
    if (p.x < q->lo.x - margin || p.y < q->lo.y - margin || p.z < q->lo.z - margin || p.x > q->hi.x + margin || p.y > q->hi.y + margin || p.z > q->hi.z + margin) continue;
    V l = in(q->axes, sub(p, q->at)), e = add(shape_extent(q), m);
    if (fabsf(l.x) < e.x && fabsf(l.y) < e.y && fabsf(l.z) < e.z) return true;
  }
  return false;
}

void open_air(Scene *s) {
  float k = uniform(&s->rng), height = rnd(s, .12f, 1);
  Sky *y = &s->sky;
  y->open = true; y->seed = rnd(s, 0, 99);
  bool overcast = k > .5f;
  if (k < .5f) { float g = rnd(s, .6f, 1.3f); y->zenith = mul(v(.14f, .3f, .7f), g); y->horizon = mul(v(.6f, .72f, .9f), rnd(s, .7f, 1.2f)); y->clouds = uniform(&s->rng); }
  else if (k < .85f) { float g = rnd(s, .5f, 1.2f); y->zenith = mul(v(.85f, .92f, 1), g * rnd(s, .6f, 1)); y->horizon = v1(g); y->clouds = rnd(s, 0, .4f); }
  else { y->zenith = mul(v(.2f, .25f, .5f), rnd(s, .3f, 1)); y->horizon = mul(v(1, .6f, .35f), rnd(s, .4f, 1)); y->clouds = uniform(&s->rng); overcast = chance(s, .5f); }
  y->cloud = v(.95f, .95f, .97f);
  if (!overcast || chance(s, .2f)) {
    V c = mul(v(1, rnd(s, .82f, 1), rnd(s, .6f, 1)), rnd(s, .8f, 2.6f));
    add_light(s, (Light){SUN, unit(v(rnd(s, -1, 1), height, rnd(s, -1, 1))), v1(0), v1(0), c, rnd(s, .005f, .05f)});
    s->bounce = add(mul(y->zenith, .6f), mul(c, .35f));
  } else s->bounce = mul(y->horizon, .7f);
  s->up = add(mul(blend(y->zenith, y->horizon, .4f), rnd(s, .6f, 1.1f)), v1(.08f));
  s->down = mul(s->bounce, .3f);
  s->reach = rnd(s, .8f, 2);
  s->fog = chance(s, .45f) ? 0 : logrnd(s, .0006f, .01f);
  s->fog_color = mul(y->horizon, rnd(s, .75f, 1));
}
