#include "render.h"
#include "family.h"
#include "light.h"
#include <stdlib.h>
#include <string.h>

typedef struct { V n, p; float z, known; int shape; float open[MAX_LIGHTS]; V around; } Sample;  // light at every second pixel

typedef struct {
  Scene scene;
  Tree tree;
  int w, h, w2, h2;
  float *z;
  int16_t *shape;
  V *color;
  Sample *samples, *smoothed;
  float unit, ox, oy;  // pixels to the camera's plane
} Work;

static V direction(const Work *k, float x, float y) {  // z of the camera's axes is 1, so t is depth
  float a = (x - k->ox) * k->unit, b = (y - k->oy) * k->unit, e = 1 + k->scene.camera.bend * (a * a + b * b);
  return v(a * e, b * e, 1);
}
static Ray camera_ray(const Work *k, float x, float y) {
  return (Ray){k->scene.camera.at, out(k->scene.camera.axes, direction(k, x, y)), .03f, k->unit};
}

typedef struct { int x0, y0, x1, y1; float near; } Window;

// the pixels a shape can cover, from its box clipped in front of the camera
static bool window_of(const Work *k, const Shape *q, Window *win) {
  const Camera *c = &k->scene.camera;
  V e = shape_extent(q), p[8];
  for (int i = 0; i < 8; i++) {
    V l = v(i & 1 ? e.x : -e.x, i & 2 ? e.y : -e.y, i & 4 ? e.z : -e.z);
    p[i] = in(c->axes, sub(add(q->at, out(q->axes, l)), c->at));
  }
  float ax = 1e9f, ay = 1e9f, bx = -1e9f, by = -1e9f, near = 1e9f;
  const float clip = .02f;
  for (int i = 0; i < 8; i++)
    for (int bit = 0; bit < 4; bit++) {
      int j = bit == 3 ? i : i ^ (1 << bit);
      V a = p[i], b = p[j];
      if (a.z < clip) {
        if (b.z <= clip) continue;
        a = blend(a, b, (clip - a.z) / (b.z - a.z));
      }
      float x = a.x / a.z, y = a.y / a.z;
      ax = fminf(ax, x); bx = fmaxf(bx, x); ay = fminf(ay, y); by = fmaxf(by, y); near = fminf(near, a.z);
    }
  if (near > 1e8f) return false;
  float wide = fmaxf(k->ox, k->w - k->ox) * k->unit, tall = fmaxf(k->oy, k->h - k->oy) * k->unit;
  float far = 1 + c->bend * (wide * wide + tall * tall), small = fminf(1, far), large = fmaxf(1, far);
  ax = ax < 0 ? ax / small : ax / large; bx = bx > 0 ? bx / small : bx / large;
  ay = ay < 0 ? ay / small : ay / large; by = by > 0 ? by / small : by / large;
  float x0 = ax / k->unit + k->ox, x1 = bx / k->unit + k->ox, y0 = ay / k->unit + k->oy, y1 = by / k->unit + k->oy;
  if (x1 < 0 || y1 < 0 || x0 > k->w || y0 > k->h) return false;
  *win = (Window){(int)clamp(x0 - 1, 0, k->w - 1), (int)clamp(y0 - 1, 0, k->h - 1), (int)clamp(x1 + 1, 0, k->w - 1), (int)clamp(y1 + 1, 0, k->h - 1), near};
  return true;
}

static void find_surfaces(Work *k) {
  const Scene *s = &k->scene;
  for (int i = 0; i < k->w * k->h; i++) { k->z[i] = 1e9f; k->shape[i] = -1; }
  for (int i = 0; i < s->shape_count; i++) {
    const Shape *q = &s->shapes[i];
    Window win;
    if (!window_of(k, q, &win)) continue;
    M m = {in(q->axes, s->camera.axes.x), in(q->axes, s->camera.axes.y), in(q->axes, s->camera.axes.z)};
    Ray r = {in(q->axes, sub(s->camera.at, q->at)), v1(0), .03f, k->unit};
    for (int y = win.y0; y <= win.y1; y++)
      for (int x = win.x0; x <= win.x1; x++) {
        int at = y * k->w + x;
        if (k->z[at] <= win.near) continue;
        r.d = out(m, direction(k, x + .5f, y + .5f));
        float t = shape_hit(q, r, 0);
        if (t > 0 && t < k->z[at]) { k->z[at] = t; k->shape[at] = i; }
      }
  }
}

// rejects what teaches nothing: all sky, one flat thing, a lens against a wall
static bool worth_drawing(const Work *k) {
  int n = k->w * k->h, sky = 0, near = 0;
  float least = 1e9f, most = 0;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; i++) {
    if (k->shape[i] < 0) { sky++; continue; }
    float e = 1 / k->z[i];
    near += k->z[i] < k->scene.near_depth;
    least = fminf(least, e); most = fmaxf(most, e); sum += e; squares += (double)e * e;
  }
  int hit = n - sky;
  if (sky > n * .8f || near > n * k->scene.near_share || (!k->scene.sky.open && sky > n * .02f)) return false;
  double mean = sum / hit, spread = sqrt(fmax(0, squares / hit - mean * mean));
  return spread > .12 * mean;
}

static void light_sample(const Work *k, int x, int y, bool rays, int turn, int *last, Sample *o) {
  const Scene *s = &k->scene;
  int at = y * k->w + x;
  o->shape = k->shape[at];
  o->known = rays;
  if (o->shape < 0) { o->z = 1e9f; return; }
  const Shape *q = &s->shapes[o->shape];
  o->z = k->z[at];
  Ray r = camera_ray(k, x + .5f, y + .5f), l = into(q, r);
  V n = v(0, 1, 0);
  shape_hit(q, l, &n);
  o->n = out(q->axes, n);
  o->p = mad(r.o, r.d, o->z);
  if (!rays) return;
  V p = mad(o->p, o->n, 1e-3f + 1e-3f * o->z);
  int tile = ((((x >> 2) & 1) + ((y >> 1) & 3) * 2) * 3 + turn * 2) & 7;  // 8 strata over the block that the smoothing puts together
  float jitter = hash01(x, y, 7 + turn), a = (tile + jitter) * (1.f / 8), b = tile * .618034f + hash01(x, y, 9 + turn) * .12f;
  b -= floorf(b);
  for (int i = 0; i < s->light_count; i++) {
    V d;
    float distance;
    light_from(&s->lights[i], p, a, b, &d, &distance);
    o->open[i] = dot(d, o->n) > 0 && !tree_blocked(&k->tree, s, (Ray){p, d, 1e-4f, .02f}, distance * .999f - .01f, last + i);
    if (dot(d, o->n) <= 0) o->open[i] = .5f;
  }
  o->around = surrounding(s, &k->tree, p, o->n, o->shape, b, a);
}

static float alike(const Sample *a, const Sample *b) {
  if (a->shape < 0 || b->shape < 0) return 0;
  float turn = dot(a->n, b->n);
  if (turn < .7f) return 0;
  float off = fabsf(dot(a->n, sub(b->p, a->p)));
  return off < .015f * a->z + .002f ? turn : 0;
}

static void smooth_samples(const Work *k, const Sample *from, Sample *to, int step_x, int step_y) {
  for (int y = 0; y < k->h2; y++)
    for (int x = 0; x < k->w2; x++) {
      const Sample *c = from + y * k->w2 + x;
      Sample *o = to + y * k->w2 + x;
      *o = *c;
      if (c->shape < 0) continue;
      float total = c->known;
      if (!c->known) { o->around = v1(0); for (int j = 0; j < MAX_LIGHTS; j++) o->open[j] = 0; }
      for (int i = -2; i <= 2; i++) {
        int xx = x + i * step_x, yy = y + i * step_y;
        if (!i || xx < 0 || yy < 0 || xx >= k->w2 || yy >= k->h2) continue;
        const Sample *q = from + yy * k->w2 + xx;
        if (!q->known) continue;
        float weight = alike(c, q) * (i == 2 || i == -2 ? .5f : 1);
        if (weight <= 0) continue;
        total += weight;
        o->around = mad(o->around, q->around, weight);
        for (int j = 0; j < k->scene.light_count; j++) o->open[j] += weight * q->open[j];
      }
      if (total <= 0) continue;
      o->known = 1;
      o->around = mul(o->around, 1 / total);
      for (int j = 0; j < k->scene.light_count; j++) o->open[j] /= total;
    }
}

static Sample light_at(const Work *k, int x, int y, V n, V p, float z, int shape) {
  Sample here = {n, p, z, 1, shape, {0}, {0, 0, 0}}, sum = here;
  float total = 0;
  for (int ring = 0; ring < 2 && total <= 0; ring++)  // the samples round the pixel, then those a step further
   for (int j = -ring; j <= (y & 1) + ring; j++)
    for (int i = -ring; i <= (x & 1) + ring; i++) {
      int xx = (x >> 1) + i, yy = (y >> 1) + j;
      if (xx < 0 || yy < 0 || xx >= k->w2 || yy >= k->h2) continue;
      const Sample *q = k->samples + yy * k->w2 + xx;
      float weight = q->known * alike(&here, q);
      if (weight <= 0) continue;
      total += weight;
      sum.around = mad(sum.around, q->around, weight);
      for (int l = 0; l < k->scene.light_count; l++) sum.open[l] += weight * q->open[l];
    }
  if (total > 0) {
    sum.around = mul(sum.around, 1 / total);
    for (int l = 0; l < k->scene.light_count; l++) sum.open[l] /= total;
    return sum;
  }
  int last[MAX_LIGHTS] = {-1, -1, -1, -1};
  sum = here;
  for (int turn = 0; turn < 4; turn++) {  // too thin for the samples: rays of its own
    Sample one = here;
    light_sample(k, x, y, true, turn, last, &one);
    sum.around = mad(sum.around, one.around, .25f);
    for (int l = 0; l < k->scene.light_count; l++) sum.open[l] += .25f * one.open[l];
  }
  return sum;
}

static V shade(const Work *k, int x, int y) {
  const Scene *s = &k->scene;
  int at = y * k->w + x, id = k->shape[at];
  Ray r = camera_ray(k, x + .5f, y + .5f);
  if (id < 0) return sky_color(s, unit(r.d));
  float t = k->z[at];
  const Material *m;
  V n, flat = v(0, 1, 0), p = mad(r.o, r.d, t), eye = unit(r.d);
  V albedo = surface_color(s, id, r, t, &n, &m);
  flat = n;
  if (m->bump > 0) {
    shape_hit(&s->shapes[id], into(&s->shapes[id], r), &flat);
    flat = out(s->shapes[id].axes, flat);
  }
  Sample e = light_at(k, x, y, flat, p, t, id);
  V light = mul(e.around, .75f + .25f * dot(n, flat)), shine = v1(0);
  for (int i = 0; i < s->light_count; i++) {
    if (e.open[i] < .01f) continue;
    V d;
    float distance;
    V c = light_from(&s->lights[i], p, -1, 0, &d, &distance);
    float k1 = dot(d, n);
    if (k1 <= 0) continue;
    light = mad(light, c, k1 * e.open[i]);
    if (m->gloss > 0) {
      float h = dot(unit(sub(d, eye)), n);
      if (h > 0) shine = mad(shine, c, m->gloss * e.open[i] * powf(h, m->shine + 2));
    }
  }
  V c = had(albedo, light);
  float facing = clamp(1 + dot(n, eye), 0, 1), fresnel = facing * facing * facing * facing;
  V q = mad(p, flat, 1e-3f * (1 + t));
  if (m->glass > 0) {
    V bent = unit(mad(eye, n, -.12f));
    c = blend(c, had(seen(s, &k->tree, (Ray){mad(p, eye, 1e-3f), bent, 1e-3f, k->unit}, id), albedo), m->glass * (1 - .8f * fresnel));
  }
  float mirror = m->mirror + (1 - m->mirror) * m->gloss * fresnel * .6f;
  if (mirror > .04f) {
    V back = mad(eye, n, -2 * dot(eye, n));
    V image = m->mirror > .04f || m->glass > 0 ? seen(s, &k->tree, (Ray){q, back, 1e-3f, k->unit * 2}, id) : blend(s->down, s->up, smooth(.5f + back.y));
    c = blend(c, image, mirror);
  }
  c = add(c, shine);
  if (m->glow > 0) c = add(c, mul(albedo, m->glow));
  if (s->fog > 0) c = blend(c, s->fog_color, 1 - expf(-s->fog * t * len(r.d)));
  return c;
}

// outlines: where neighbours belong to different shapes, four rays tell how much of the pixel each one has
static V blend_edges(const Work *k, int x, int y) {
  static const float PLACE[4][2] = {{.125f, .375f}, {.625f, .125f}, {.875f, .625f}, {.375f, .875f}};
  int ids[9], where[9], count = 0;
  for (int o = 0; o < 9; o++) {
    static const int DX[9] = {0, -1, 1, 0, 0, -1, 1, -1, 1}, DY[9] = {0, 0, 0, -1, 1, -1, -1, 1, 1};
    int xx = x + DX[o], yy = y + DY[o];
    if (xx < 0 || yy < 0 || xx >= k->w || yy >= k->h) continue;
    int id = k->shape[yy * k->w + xx], i = 0;
    while (i < count && ids[i] != id) i++;
    if (i == count) { ids[count] = id; where[count++] = yy * k->w + xx; }
  }
  V sum = v1(0);
  for (int i = 0; i < 4; i++) {
    Ray r = camera_ray(k, x + PLACE[i][0], y + PLACE[i][1]);
    float best = 1e9f;
    int found = -1;
    for (int j = 0; j < count; j++) {
      if (ids[j] < 0) { if (found < 0) found = j; continue; }
      const Shape *q = &k->scene.shapes[ids[j]];
      float t = shape_hit(q, into(q, r), 0);
      if (t > 0 && t < best) { best = t; found = j; }
    }
    sum = add(sum, k->color[found < 0 ? where[0] : where[found]]);
  }
  return mul(sum, .25f);
}

static bool on_edge(const Work *k, int x, int y) {
  const int16_t *q = k->shape + y * k->w + x;
  return (x > 0 && q[-1] != *q) || (x < k->w - 1 && q[1] != *q) || (y > 0 && q[-k->w] != *q) || (y < k->h - 1 && q[k->w] != *q);
}

// exposure as a camera would choose it, more or less; gamma 2 with a soft shoulder
static void develop(Work *k, uint8_t *rgb) {
  int n = k->w * k->h;
  float mean = 0;
  for (int i = 0; i < n; i++) mean += sqrtf(fminf(luma(k->color[i]), 4));
  float target = clamp(.45f + .09f * gauss(&k->scene), .24f, .68f), gain = target * n / (mean + 1e-4f * n);
  gain = fminf(gain * gain, 40);
  V tint = mul(v(1 + .07f * gauss(&k->scene), 1, 1 + .09f * gauss(&k->scene)), gain);
  for (int y = 0; y < k->h; y++)
    for (int x = 0; x < k->w; x++) {
      int i = y * k->w + x;
      V c = had(on_edge(k, x, y) ? blend_edges(k, x, y) : k->color[i], tint);
      float e[3] = {c.x, c.y, c.z};
      for (int j = 0; j < 3; j++) rgb[3 * i + j] = (uint8_t)clamp(255 * sqrtf(fmaxf(0, e[j] * 1.15f / (1 + .22f * e[j]))) + .5f, 0, 255);
    }
}

static void begin(Scene *s, uint64_t seed) {
  s->rng.state = seed;
  s->shape_count = s->material_count = s->light_count = s->arena_used = 0;
  s->sky = (Sky){0};
  s->fog = 0;
  s->near_share = .45f; s->near_depth = .25f; s->reach = 1;
  s->saturation = rnd(s, .08f, .75f);
  s->photos = chance(s, .75f) ? rnd(s, 0, .6f) : 0;
  s->bounce = s->up = s->down = v1(.5f);
}

int families(void) { return FAMILY_COUNT; }
const char *family_name(int family) { return family < 0 || family >= FAMILY_COUNT ? "" : FAMILIES[family].name; }

static int drawn(uint64_t seed) {
  Rng r = {seed * 0xd1342543de82ef95u};
  float total = 0;
  for (int i = 0; i < FAMILY_COUNT; i++) total += FAMILIES[i].share;
  float at = uniform(&r) * total;
  for (int i = 0; i < FAMILY_COUNT; i++) if ((at -= FAMILIES[i].share) < 0) return i;
  return FAMILY_COUNT - 1;
}

int render_picture(uint64_t seed, int family, int width, int height, uint8_t *rgb, float *inverse_depth) {
  if (width < 2 || height < 2 || family >= FAMILY_COUNT) return -1;
  int n = width * height, w2 = (width + 1) / 2, h2 = (height + 1) / 2;
  Work *k = malloc(sizeof(Work));
  float *z = malloc(sizeof(float) * n);
  int16_t *shape = malloc(sizeof(int16_t) * n);
  V *color = malloc(sizeof(V) * n);
  Sample *samples = malloc(sizeof(Sample) * w2 * h2), *smoothed = malloc(sizeof(Sample) * w2 * h2);
  int result = -1;
  if (k && z && shape && color && samples && smoothed) {
    k->w = width; k->h = height; k->w2 = w2; k->h2 = h2;
    k->z = z; k->shape = shape; k->color = color; k->samples = samples; k->smoothed = smoothed;
    result = family < 0 ? drawn(seed) : family;
    for (int attempt = 0; attempt < 8; attempt++) {
      Rng mixed = {seed * 0xd1342543de82ef95u + (uint64_t)attempt * 0x632be59bd9b4e019u + 1};  // neighbouring seeds must share nothing
      begin(&k->scene, next(&mixed) ^ (next(&mixed) << 1));
      FAMILIES[result].build(&k->scene);
      const Camera *c = &k->scene.camera;
      k->unit = 2 / (c->focal * width); k->ox = c->cx * width; k->oy = c->cy * height;
      find_surfaces(k);
      if (worth_drawing(k)) break;
    }
    tree_build(&k->tree, &k->scene);
    int last[MAX_LIGHTS] = {-1, -1, -1, -1};
    for (int y = 0; y < h2; y++)  // rays on the black fields of a chess board; the smoothing fills the white ones
      for (int x = 0; x < w2; x++) light_sample(k, 2 * x, 2 * y, ((x + y) & 1) == 0, 0, last, samples + y * w2 + x);
    smooth_samples(k, samples, smoothed, 1, 0);
    smooth_samples(k, smoothed, samples, 0, 1);
    smooth_samples(k, samples, smoothed, 2, 0);
    smooth_samples(k, smoothed, samples, 0, 2);
    for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) color[y * width + x] = shade(k, x, y);
    for (int i = 0; i < n; i++) inverse_depth[i] = shape[i] < 0 ? 0 : 1 / z[i];
    develop(k, rgb);
  }
  free(k); free(z); free(shape); free(color); free(samples); free(smoothed);
  return result;
}
