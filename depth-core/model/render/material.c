#include "material.h"
#include "render.h"
#include <stdlib.h>
#include <string.h>

#define LEVELS 8

// the one global: crops of photos with their mips, set before the first picture
static struct { uint8_t *texels; int count, side; long stride, level[LEVELS]; } textures;

int texture_count(void) { return textures.count; }

void set_textures(const uint8_t *rgb, int count, int side) {
  long stride = 0;
  int levels = 0;
  for (int s = side; s >= 4 && levels < LEVELS; s /= 2) { textures.level[levels++] = stride; stride += (long)s * s * 3; }
  uint8_t *texels = malloc(stride * count);
  if (!texels) return;
  for (int i = 0; i < count; i++) {
    uint8_t *base = texels + stride * i;
    memcpy(base, rgb + (long)side * side * 3 * i, (long)side * side * 3);
    for (int l = 1; l < levels; l++) {
      int s = side >> l;
      const uint8_t *from = base + textures.level[l - 1];
      uint8_t *to = base + textures.level[l];
      for (int y = 0; y < s; y++)
        for (int x = 0; x < s; x++)
          for (int c = 0; c < 3; c++) {
            const uint8_t *q = from + ((long)2 * y * 2 * s + 2 * x) * 3 + c;
            to[(y * s + x) * 3 + c] = (q[0] + q[3] + q[6 * s] + q[6 * s + 3] + 2) / 4;
          }
    }
  }
  free(textures.texels);
  textures.texels = texels; textures.count = count; textures.side = side; textures.stride = stride;
}

// mirrored at its edges, so that it has no seam
static V photo(int index, float x, float y, float footprint) {
  if (!textures.count) return v1(.4f);
  int level = 0, side = textures.side;
  for (float px = footprint * side; px > 1.4f && level < LEVELS - 1 && side > 4; px *= .5f) { level++; side /= 2; }
  const uint8_t *base = textures.texels + textures.stride * (index % textures.count) + textures.level[level];
  int iu = ifloor(x), iv = ifloor(y);
  x -= iu; y -= iv;
  if (iu & 1) x = 1 - x;
  if (iv & 1) y = 1 - y;
  x = clamp(x * side - .5f, 0, side - 1.001f); y = clamp(y * side - .5f, 0, side - 1.001f);
  int i = (int)x, j = (int)y;
  if ((unsigned)i > (unsigned)side - 2) i = 0;  // a place too far off for its fraction to be kept
  if ((unsigned)j > (unsigned)side - 2) j = 0;
  x -= i; y -= j;
  const uint8_t *q = base + (j * side + i) * 3, *r = q + 3 * side;
  float c[3];
  for (int k = 0; k < 3; k++) {
    float t = lerp(lerp(q[k], q[k + 3], x), lerp(r[k], r[k + 3], x), y) * (1.f / 255);
    c[k] = t * t;
  }
  return v(c[0], c[1], c[2]);
}

static void flatten(const Spot *s, float *x, float *y) {
  V p = s->p, h = s->shape->half;
  int kind = s->shape->kind;
  float ax = fabsf(s->n.x), ay = fabsf(s->n.y), az = fabsf(s->n.z);
  if (kind == RECTANGLE) { *x = p.x; *y = -p.y; }
  else if ((kind == FRUSTUM && ay < .8f) || kind == CAPSULE) { *x = atan2f(p.x, p.z) * h.x; *y = -p.y; }
  else if (kind == ELLIPSOID) { *x = atan2f(p.x, p.z) * h.x; *y = -asinf(clamp(p.y / h.y, -1, 1)) * h.y; }
  else if (kind == FIELD || (ay >= ax && ay >= az)) { *x = p.x; *y = -p.z; }
  else if (ax >= az) { *x = p.z; *y = -p.y; }
  else { *x = p.x; *y = -p.y; }
}

V material_color(const Material *m, const Spot *s) {
  float x, y, fp = s->footprint, u, w;
  flatten(s, &x, &y);
  if (m->turn != 0) { float c = cosf(m->turn), k = sinf(m->turn), t = x * c - y * k; y = x * k + y * c; x = t; }
  u = x / m->scale; w = y / m->scale;
  float f = fp / m->scale, fade = clamp(1.5f - 2.5f * f, 0, 1);
  int seed = (int)m->seed;
  V c = m->a, p = s->p, h = s->shape->half;
  switch (m->pattern) {
    case CLOUDY: c = blend(m->a, m->b, clamp((fractal(p, 1 / m->scale, fp, 4, m->seed) - .5f) * 3 * m->p + .5f, 0, 1)); break;
    case STRIPES: {
      float e = clamp(f, .01f, 1), t = u - ifloor(u), on = smooth((t - m->p) / e + .5f) * smooth((1 - t) / e);
      c = blend(m->a, m->b, lerp(1 - m->p, on, fade));
      break;
    }
    case CHECKS: c = blend(m->a, m->b, lerp(.5f, (ifloor(u) + ifloor(w)) & 1, fade)); break;
    case TILES: {  // p: length over height, q: joint; bricks where c is far from a
      float row = w * m->p;
      int r = ifloor(row);
      float col = u + (m->p > 1.2f ? (r & 1) * .5f : 0);
      int k = ifloor(col);
      float joint = col - k < m->q || row - r < m->q * m->p;
      c = blend(m->a, m->c, hash01(k, r, seed));
      c = blend(blend(blend(m->a, m->c, .5f), m->b, m->q * 1.5f), joint > 0 ? m->b : c, fade);
      break;
    }
    case WOOD: {  // p: planks, q: their length
      int k = ifloor(w);
      float j = hash01(k, seed, 3), length = u * .12f + j * 31;
      int end = ifloor(length * m->q);
      j = hash01(k, end, seed);
      float g = fractal(v(u * .15f + j * 31, w * 3.f, m->seed), 1.6f, f, 3, m->seed) + (m->p > 0 ? .35f * (j - .5f) : 0);
      c = blend(m->a, m->b, clamp((g - .5f) * 2.2f + .5f, 0, 1));
      if (m->p > 0 && (w - k < .03f || length * m->q - end < .004f)) c = blend(c, mul(c, .35f), fade);
      break;
    }
    case WEAVE: {
      int i = ifloor(u), j = ifloor(w);
      float a = u - i - .5f, b = w - j - .5f, over = ((i + j) & 1) ? a * a : b * b;
      float k = .72f + .5f * (1 - 4 * over) * .6f + .15f * (hash01(i, j, seed) - .5f);
      c = mul(blend(m->a, m->b, ((i + j) & 1) * m->p), lerp(.95f, k, fade));
      break;
    }
    case PHOTO: {
      c = photo(m->photo, m->u0 + x * m->ku, m->v0 + y * m->kv, fp * fmaxf(m->ku, m->kv));
      c = blend(c, had(c, mul(m->a, 2)), m->p);
      break;
    }
    case COLUMNS: {  // p: height of a row, 0 = one row: books, boxes, shutters
      float rows = m->p > 0 ? w * m->scale / m->p : 0;
      int r = ifloor(rows);
      float fr = rows - r, col = u * (1 + .5f * hash01(r, seed, 5)) + .3f * hash01(ifloor(u * .35f), r, seed);
      int k = ifloor(col);
      float j = hash01(k, r, seed), tall = .6f + .32f * hash01(k, r, seed + 7);
      c = mul(j < .33f ? m->a : j < .66f ? m->b : m->c, .55f + .8f * hash01(k, r, seed + 3));
      float e = col - k;
      if (e < .08f) c = mul(c, .45f);
      if (hash01(k, r, 11 + seed) > .5f && fabsf(fr - .55f) < .06f) c = add(mul(c, .5f), v1(.25f));
      if (m->p > 0 && 1 - fr > tall) c = v1(.015f);
      if (m->p > 0 && fr > .93f) c = m->a;
      c = blend(mul(add(add(m->a, m->b), m->c), .28f), c, fade);
      break;
    }
    case TEXT: {
      float row = w * 2;
      int r = ifloor(row);
      float fr = row - r;
      bool word = noise(v(u * 5, r * 7.3f, m->seed)) > .42f && hash01(r, seed, 2) > .18f;
      bool heading = hash01(r / 6, seed, 9) > .8f;
      c = blend(m->a, m->b, fr > .3f && fr < .75f && word ? fade : (1 - fade) * .25f * word);
      if (heading && hash01(ifloor(u * .4f), r / 6, seed) > .4f) c = blend(c, m->c, .8f);
      break;
    }
    case LABEL: {  // a band round a can or bottle, or a panel on a box
      float t = p.y / h.y * .5f + .5f;
      bool band = t > m->p && t < m->q;
      if (band) {
        c = m->b;
        if (noise(v(u * 2, w * 2, m->seed)) > .58f) c = m->c;
        if (fabsf(t - .5f * (m->p + m->q)) < .06f) c = blend(m->b, v1(.8f), hash01(ifloor(u * 5), seed, 1) > .4f ? fade : .5f);
      }
      break;
    }
    case LEAVES: {
      float g = fractal(p, 1 / m->scale, fp, 3, m->seed), k = fractal(p, 6 / m->scale, fp, 2, m->seed + 9);
      c = mul(blend(m->a, m->b, clamp((g - .5f) * 3 + .5f, 0, 1)), clamp(.3f + 1.4f * (k - .1f), .15f, 1.6f));
      break;
    }
    case ROAD: {  // lies as a rectangle: x across, y along; p: lanes, q: metres of a dash
      float g = fractal(p, 2, fp, 3, m->seed), patch = fractal(p, .25f, fp, 2, m->seed + 5);
      c = mul(c, (.75f + .5f * g) * (.8f + .4f * patch));
      float edge = h.x * .93f, mark = fabsf(fabsf(p.x) - edge) < .07f;
      if (m->p > 1) {
        float lane = (p.x / edge + 1) * .5f * m->p, near = roundf(lane);
        if (near > 0 && near < m->p && fabsf(lane - near) * 2 * edge / m->p < .07f && p.y / m->q - floorf(p.y / m->q) < .45f) mark = 1;
      }
      c = blend(c, m->b, mark * clamp(1.5f - fp * 4, .15f, 1) * clamp(.5f + g, 0, 1));
      break;
    }
    case FACADE: {  // p, q: part of a bay that is window
      float row = w * .8f;
      int i = ifloor(u), r = ifloor(row);
      float a = u - i - .5f, b = row - r - .5f, j = hash01(i, r, seed);
      bool pane = fabsf(a) < m->p * .5f && fabsf(b) < m->q * .5f, frame = fabsf(a) < m->p * .5f + .04f && fabsf(b) < m->q * .5f + .04f;
      V wall = mul(m->a, .9f + .15f * hash01(r, seed, 1));
      V glass = j > .85f ? m->c : mul(m->b, .3f + .7f * j + .4f * b);
      c = pane ? (fabsf(a) < .02f || fabsf(b + .1f) < .015f ? v1(.6f) : glass) : frame ? v1(.55f) : wall;
      if (fabsf(row - r) < .02f) c = mul(c, .7f);
      c = blend(blend(m->a, m->b, m->p * m->q), c, fade);
      break;
    }
    case SPOTS: {
      int i = ifloor(u), j = ifloor(w);
      float dx = u - i - .5f - .3f * (hash01(i, j, seed) - .5f), dy = w - j - .5f - .3f * (hash01(i, j, seed + 1) - .5f);
      float r = m->p * (.5f + .5f * hash01(i, j, seed + 2));
      if (dx * dx + dy * dy < r * r) c = blend(c, hash01(i, j, seed + 4) > .5f ? m->b : m->c, fade);
      break;
    }
    case FLOWERS: {  // wallpaper and curtains: a rosette in every cell
      int i = ifloor(u), j = ifloor(w);
      float dx = u - i - .5f, dy = w + (i & 1) * .5f - ifloor(w + (i & 1) * .5f) - .5f, r = sqrtf(dx * dx + dy * dy);
      float petal = .28f + .12f * cosf(atan2f(dy, dx) * (3 + (seed & 3)));
      c = blend(c, r < .08f ? m->c : r < petal ? m->b : c, fade * (j * 0 + 1));
      break;
    }
    case GRADIENT: c = blend(m->a, m->b, smooth(.5f + .5f * p.y / h.y)); break;
    case SCREEN: {  // windows of a desktop, or dark
      int i = ifloor(u * .7f), j = ifloor(w);
      float g = hash01(i, j, seed);
      c = g > .6f ? m->b : g > .4f ? m->c : m->a;
      if (noise(v(u * 8, floorf(w * 9) * 3.1f, m->seed)) > .6f) c = mul(c, .5f);
      c = blend(m->a, c, fade);
      break;
    }
    case WAVES: {
      float g = fractal(v(p.x, p.z * 2.5f + p.y * 2.5f, 0), 1 / m->scale, fp, 3, m->seed);
      c = blend(m->a, m->b, clamp((g - .5f) * 2.5f + .5f, 0, 1));
      break;
    }
    case VIEW: {  // out of a window: sky over trees or houses
      float line = h.y * m->p + .12f * fractal(v(p.x, 0, 0), 3, fp, 3, m->seed);
      float g = fractal(p, 6, fp, 3, m->seed);
      c = p.y > line ? blend(m->a, m->b, clamp((p.y - line) / h.y, 0, 1)) : mul(m->c, .5f + g);
      break;
    }
    default: break;
  }
  if (m->grain > 0) c = mul(c, clamp(1 + m->grain * 2.5f * (fractal(p, m->grain_freq, fp, 2, m->seed + 3.7f) - .5f), .05f, 2));
  if (m->dirt > 0) {
    float g = fractal(p, .9f + .1f / (len(h) + .05f), fp, 2, m->seed + 40);
    c = mul(c, 1 - m->dirt * smooth((g - .5f) * 5));
  }
  return c;
}

V material_bump(const Material *m, const Spot *s) {
  float e = fmaxf(.35f / m->grain_freq, s->footprint), f = m->grain_freq;
  if (f * s->footprint > 1) return s->n;
  V p = s->p;
  float at = fractal(p, f, s->footprint, 2, m->seed);
  V g = v(fractal(v(p.x + e, p.y, p.z), f, s->footprint, 2, m->seed) - at, fractal(v(p.x, p.y + e, p.z), f, s->footprint, 2, m->seed) - at,
          fractal(v(p.x, p.y, p.z + e), f, s->footprint, 2, m->seed) - at);
  return unit(mad(s->n, g, -m->bump));
}
