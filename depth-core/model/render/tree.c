#include "tree.h"

static float part(V p, int axis) { return axis == 0 ? p.x : axis == 1 ? p.y : p.z; }
static float area(V lo, V hi) { V e = sub(hi, lo); return e.x * e.y + e.y * e.z + e.z * e.x; }

typedef struct { Tree *t; const Scene *s; } Build;

static void split(Build *b, int at, int first, int count) {
  Tree *t = b->t;
  Node *n = &t->nodes[at];
  V lo = v1(1e9f), hi = v1(-1e9f), clo = lo, chi = hi;
  for (int i = first; i < first + count; i++) {
    const Shape *q = &b->s->shapes[t->order[i]];
    V c = mul(add(q->lo, q->hi), .5f);
    lo = lowest(lo, q->lo); hi = highest(hi, q->hi); clo = lowest(clo, c); chi = highest(chi, c);
  }
  *n = (Node){lo, hi, first, count};
  if (count <= 2) return;
  enum { BINS = 12 };
  float best = 1e30f, cut = 0;
  int best_axis = -1;
  for (int axis = 0; axis < 3; axis++) {
    float from = part(clo, axis), width = part(chi, axis) - from;
    if (width < 1e-6f) continue;
    struct { V lo, hi; int n; } bin[BINS];
    for (int i = 0; i < BINS; i++) { bin[i].lo = v1(1e9f); bin[i].hi = v1(-1e9f); bin[i].n = 0; }
    for (int i = first; i < first + count; i++) {
      const Shape *q = &b->s->shapes[t->order[i]];
      int k = (int)clamp((part(mul(add(q->lo, q->hi), .5f), axis) - from) / width * BINS, 0, BINS - 1);
      bin[k].lo = lowest(bin[k].lo, q->lo); bin[k].hi = highest(bin[k].hi, q->hi); bin[k].n++;
    }
    float right[BINS];
    V l = v1(1e9f), h = v1(-1e9f);
    int c = 0;
    for (int i = BINS - 1; i > 0; i--) { l = lowest(l, bin[i].lo); h = highest(h, bin[i].hi); c += bin[i].n; right[i] = c ? c * area(l, h) : 0; }
    l = v1(1e9f); h = v1(-1e9f); c = 0;
    for (int i = 0; i < BINS - 1; i++) {
      l = lowest(l, bin[i].lo); h = highest(h, bin[i].hi); c += bin[i].n;
      if (c == 0 || c == count) continue;
      float cost = c * area(l, h) + right[i + 1];
      if (cost < best) { best = cost; best_axis = axis; cut = from + width * (i + 1) / BINS; }
    }
  }
  if (best_axis < 0) { if (count <= 8) return; }
  int mid = first;
  for (int i = first; i < first + count && best_axis >= 0; i++) {
    const Shape *q = &b->s->shapes[t->order[i]];
    if (part(mul(add(q->lo, q->hi), .5f), best_axis) < cut) { int16_t k = t->order[i]; t->order[i] = t->order[mid]; t->order[mid++] = k; }
  }
  if (mid == first || mid == first + count) mid = first + count / 2;
  int children = t->used;
  t->used += 2;
  n->first = children; n->count = 0;
  split(b, children, first, mid - first);
  split(b, children + 1, mid, first + count - mid);
}

void tree_build(Tree *t, const Scene *s) {
  int count = 0;
  for (int i = 0; i < s->shape_count; i++) if (s->shapes[i].casts) t->order[count++] = i;
  t->used = 1;
  if (count) split(&(Build){t, s}, 0, 0, count);
  else t->nodes[0] = (Node){v1(1e9f), v1(1e9f), 0, 0}, t->used = 0;
}

static inline float enter(const Node *n, V o, V inv, float from, float limit) {
  float ax = (n->lo.x - o.x) * inv.x, bx = (n->hi.x - o.x) * inv.x, ay = (n->lo.y - o.y) * inv.y, by = (n->hi.y - o.y) * inv.y;
  float az = (n->lo.z - o.z) * inv.z, bz = (n->hi.z - o.z) * inv.z;
  float near = fmaxf(fmaxf(fminf(ax, bx), fminf(ay, by)), fmaxf(fminf(az, bz), from));
  float far = fminf(fminf(fmaxf(ax, bx), fmaxf(ay, by)), fminf(fmaxf(az, bz), limit));
  return near <= far ? near : 1e30f;
}
static inline float inverse(float x) { return 1 / (fabsf(x) < 1e-9f ? 1e-9f : x); }

int tree_nearest(const Tree *t, const Scene *s, Ray r, float *limit, int skip) {
  if (!t->used) return -1;
  V inv = v(inverse(r.d.x), inverse(r.d.y), inverse(r.d.z));
  int stack[64], top = 0, found = -1;
  stack[top++] = 0;
  while (top) {
    const Node *n = &t->nodes[stack[--top]];
    if (n->count) {
      if (enter(n, r.o, inv, r.from, *limit) > 1e29f) continue;
      for (int i = n->first; i < n->first + n->count; i++) {
        int k = t->order[i];
        if (k == skip) continue;
        float d = shape_hit(&s->shapes[k], into(&s->shapes[k], r), 0);
        if (d > 0 && d < *limit) { *limit = d; found = k; }
      }
      continue;
    }
    float a = enter(&t->nodes[n->first], r.o, inv, r.from, *limit), b = enter(&t->nodes[n->first + 1], r.o, inv, r.from, *limit);
    int near = a <= b ? n->first : n->first + 1, far = a <= b ? n->first + 1 : n->first;
    if (fmaxf(a, b) < 1e29f && top < 62) stack[top++] = far;
    if (fminf(a, b) < 1e29f) stack[top++] = near;
  }
  return found;
}

bool tree_blocked(const Tree *t, const Scene *s, Ray r, float limit, int *last) {
  if (!t->used) return false;
  if (*last >= 0) {
    const Shape *q = &s->shapes[*last];
    float d = shape_hit(q, into(q, r), 0);
    if (d > 0 && d < limit) return true;
  }
  V inv = v(inverse(r.d.x), inverse(r.d.y), inverse(r.d.z));
  int stack[64], top = 0;
  stack[top++] = 0;
  while (top) {
    const Node *n = &t->nodes[stack[--top]];
    if (enter(n, r.o, inv, r.from, limit) > 1e29f) continue;
    if (n->count) {
      for (int i = n->first; i < n->first + n->count; i++) {
        const Shape *q = &s->shapes[t->order[i]];
        float d = shape_hit(q, into(q, r), 0);
        if (d > 0 && d < limit && s->materials[q->material].glass == 0) { *last = t->order[i]; return true; }
      }
    } else if (top < 62) { stack[top++] = n->first; stack[top++] = n->first + 1; }
  }
  *last = -1;
  return false;
}
