// Every shape against its own definition: rays are walked in double precision until they enter the solid.
#include "shape.h"
#include <stdio.h>
#include <stdlib.h>

static Rng rng = {7};
static double any(double a, double b) { return a + (b - a) * uniform(&rng); }

static double height(const Shape *s, double x, double z) {
  int n = s->count;
  double u = (x + s->half.x) / (2 * s->half.x) * (n - 1), w = (z + s->half.z) / (2 * s->half.z) * (n - 1);
  int i = (int)fmin(fmax(u, 0), n - 2), j = (int)fmin(fmax(w, 0), n - 2);
  u -= i; w -= j;
  const float *h = s->data + j * n + i;
  return w <= u ? h[0] + (h[1] - h[0]) * u + (h[n + 1] - h[1]) * w : h[0] + (h[n + 1] - h[n]) * u + (h[n] - h[0]) * w;
}

static bool holds(const Shape *s, const double *p) {
  double x = p[0], y = p[1], z = p[2], hx = s->half.x, hy = s->half.y, hz = s->half.z;
  switch (s->kind) {
    case BOX: return fabs(x) < hx && fabs(y) < hy && fabs(z) < hz;
    case ROUND_BOX: {
      double a = fmax(fabs(x) - hx + s->a, 0), b = fmax(fabs(y) - hy + s->a, 0), c = fmax(fabs(z) - hz + s->a, 0);
      return sqrt(a * a + b * b + c * c) < s->a;
    }
    case ELLIPSOID: return x * x / (hx * hx) + y * y / (hy * hy) + z * z / (hz * hz) < 1;
    case FRUSTUM: {
      double e = (y / hy + 1) / 2, k = s->a + (s->b - s->a) * e;
      return fabs(y) < hy && x * x / (hx * hx) + z * z / (hz * hz) < k * k;
    }
    case CAPSULE: { double e = fmax(fabs(y) - hy, 0); return x * x + e * e + z * z < hx * hx; }
    case TORUS: { double e = sqrt(x * x + z * z) - hx; return e * e + y * y < hy * hy; }
    case HULL:
      for (int i = 0; i < s->count; i++) { const float *q = s->data + 4 * i; if (q[0] * x + q[1] * y + q[2] * z >= q[3]) return false; }
      return true;
    default: return fabs(x) < hx && fabs(z) < hz && y < height(s, x, z);
  }
}

int main(void) {
  static const char *NAMES[] = {"box", "round box", "ellipsoid", "frustum", "capsule", "rectangle", "torus", "hull", "field"};
  int failures = 0;
  for (int kind = BOX; kind <= FIELD; kind++) {
    if (kind == RECTANGLE) continue;
    int hits = 0, missed = 0, wrong = 0;
    double worst = 0;
    for (int trial = 0; trial < 1500; trial++) {
      float data[100];
      Shape s = {.half = {any(.2, 1), any(.2, 1), any(.2, 1)}, .kind = kind};
      if (kind == ROUND_BOX) s.a = .15f;
      if (kind == FRUSTUM) { s.a = any(.1, 1); s.b = any(0, 1); }
      if (kind == CAPSULE) s.half.x = s.half.z = any(.1, .4);
      if (kind == TORUS) { s.half = v(.7f, any(.08, .25), .7f); s.a = 4; }
      if (kind == HULL) {
        s.count = 8;
        for (int i = 0; i < 8; i++) {
          V n = i < 6 ? v(i / 2 == 0 ? 1 - 2 * (i & 1) : 0, i / 2 == 1 ? 1 - 2 * (i & 1) : 0, i / 2 == 2 ? 1 - 2 * (i & 1) : 0) : unit(v(any(-1, 1), any(-1, 1), any(-1, 1)));
          data[4 * i] = n.x; data[4 * i + 1] = n.y; data[4 * i + 2] = n.z; data[4 * i + 3] = any(.3, .8);
        }
        s.data = data;
      }
      if (kind == FIELD) { s.half = v(1, .4f, 1); s.count = 10; for (int i = 0; i < 100; i++) data[i] = any(-.35, .35); s.data = data; }
      V from = kind == FIELD ? v(any(-2, 2), any(.6, 2), any(-2, 2)) : mul(unit(v(any(-1, 1), any(-1, 1), any(-1, 1))), any(2.2, 4));
      V to = v(any(-.6, .6), kind == FIELD ? any(-.2, .2) : any(-.6, .6), any(-.6, .6)), d = mul(sub(to, from), any(.3, 1));
      float t = shape_hit(&s, (Ray){from, d, 1e-3f, 0}, 0);
      double found = -1;
      if (kind == FIELD && (fabsf(from.x) > 1 || fabsf(from.z) > 1)) continue;  // a field is a surface, not a solid: only from above
      for (int i = 1; i <= 6000 && found < 0; i++) {
        double e = i * 6. / 6000, p[3] = {from.x + d.x * e, from.y + d.y * e, from.z + d.z * e};
        if (!holds(&s, p)) continue;
        double a = e - 6. / 6000, b = e;
        for (int j = 0; j < 40; j++) { double m = (a + b) / 2, q[3] = {from.x + d.x * m, from.y + d.y * m, from.z + d.z * m}; if (holds(&s, q)) b = m; else a = m; }
        found = b;
      }
      if (found < 0 && t < 0) continue;
      if (found < 0 || t < 0) { missed++; continue; }  // grazes, where the walk or single precision passes by
      hits++;
      double off = fabs(found - t) / found;
      if (off > 2e-4) wrong++; else worst = fmax(worst, off);
    }
    bool ok = hits > 200 && wrong <= hits / 200 && missed <= hits / 100 + 2;
    printf("%-10s %5d hits, largest relative error %.1e, %d grazes disagree, %d beyond 2e-4%s\n", NAMES[kind], hits, worst, missed, wrong, ok ? "" : "  FAILED");
    failures += !ok;
  }
  Shape wall = {.half = {1, 1, 1e-3f}, .kind = RECTANGLE, .data = (float[]){.2f, -.1f, .3f, .2f}, .count = 1};
  for (int i = 0; i < 2000; i++) {
    float x = any(-1.2, 1.2), y = any(-1.2, 1.2), z = any(.5, 3);
    bool solid = fabsf(x) <= 1 && fabsf(y) <= 1 && !(fabsf(x - .2f) < .3f && fabsf(y + .1f) < .2f);
    float t = shape_hit(&wall, (Ray){v(x, y, z), v(0, 0, -1), 1e-3f, 0}, 0);
    if (solid != (t > 0) || (solid && fabsf(t - z) > 1e-6f * z)) { printf("rectangle FAILED at %g %g\n", x, y); return 1; }
  }
  return failures > 0;
}
