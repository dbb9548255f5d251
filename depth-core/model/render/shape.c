#include "shape.h"

static inline float apart(float x) { return fabsf(x) < 1e-9f ? (x < 0 ? -1e-9f : 1e-9f) : x; }

typedef struct { float near, far; int axis; } Slab;
static inline Slab slab(V o, V d, V h) {
  float ix = 1 / apart(d.x), iy = 1 / apart(d.y), iz = 1 / apart(d.z);
  float kx = fabsf(ix) * h.x, ky = fabsf(iy) * h.y, kz = fabsf(iz) * h.z;
  float ax = -o.x * ix - kx, ay = -o.y * iy - ky, az = -o.z * iz - kz;
  float bx = -o.x * ix + kx, by = -o.y * iy + ky, bz = -o.z * iz + kz;
  Slab s = {ax, fminf(bx, fminf(by, bz)), 0};
  if (ay > s.near) { s.near = ay; s.axis = 1; }
  if (az > s.near) { s.near = az; s.axis = 2; }
  return s;
}

static float hit_box(const Shape *s, const Ray *r, V *n) {
  Slab b = slab(r->o, r->d, s->half);
  if (b.near >= b.far || b.near < r->from) return -1;
  if (n) *n = b.axis == 0 ? v(r->d.x > 0 ? -1 : 1, 0, 0) : b.axis == 1 ? v(0, r->d.y > 0 ? -1 : 1, 0) : v(0, 0, r->d.z > 0 ? -1 : 1);
  return b.near;
}

// a convex distance field: stepping by the distance never passes the surface
static float hit_round_box(const Shape *s, const Ray *r, V *n) {
  Slab b = slab(r->o, r->d, s->half);
  if (b.near >= b.far || b.near < r->from) return -1;
  V core = sub(s->half, v1(s->a));
  float t = b.near, inv = 1 / len(r->d);
  for (int i = 0; i < 40; i++) {
    V p = mad(r->o, r->d, t);
    V q = highest(sub(v(fabsf(p.x), fabsf(p.y), fabsf(p.z)), core), v1(0));
    float e = len(q) - s->a;
    if (e < 2e-5f) {
      if (n) *n = unit(v(copysignf(q.x, p.x), copysignf(q.y, p.y), copysignf(q.z, p.z)));
      return t;
    }
    t += e * inv;
    if (t > b.far) return -1;
  }
  return -1;
}

static bool cut_away(const Shape *s, V p, float footprint) {
  float f = s->b;
  while (f * footprint > .6f && f > 1) f *= .5f;
  float g = .65f * noise(v(p.x * f + s->c, p.y * f, p.z * f)) + .35f * noise(v(p.x * f * 2.7f, p.y * f * 2.7f + s->c, p.z * f * 2.7f));
  return g < s->a;
}

static float hit_ellipsoid(const Shape *s, const Ray *r, V *n) {
  V h = v(1 / s->half.x, 1 / s->half.y, 1 / s->half.z), o = had(r->o, h), d = had(r->d, h);
  float a = dot(d, d), b = dot(o, d);
  V m = mad(o, d, -b / a);  // the point nearest to the centre: keeps precision far away
  float q = 1 - dot(m, m);
  if (q < 0) return -1;
  q = sqrtf(q / a);
  for (int side = -1; side <= 1; side += 2) {
    float t = -b / a + side * q;
    if (t < r->from) continue;
    V p = mad(r->o, r->d, t);
    if (s->a > 0 && cut_away(s, p, t * r->spread)) continue;
    if (side > 0 && s->a <= 0) return -1;
    if (n) { *n = unit(had(had(p, h), h)); if (dot(*n, r->d) > 0) *n = mul(*n, -1); }
    return t;
  }
  return -1;
}

static float hit_frustum(const Shape *s, const Ray *r, V *n) {
  float hy = s->half.y, k = s->half.x / s->half.z, r0 = s->half.x * s->a, r1 = s->half.x * s->b;
  float mid = .5f * (r0 + r1), slope = .5f * (r1 - r0) / hy, best = -1;
  V o = v(r->o.x, r->o.y, r->o.z * k), d = v(r->d.x, r->d.y, r->d.z * k), bn = v(0, 1, 0);
  float ra = mid + slope * o.y, rb = slope * d.y;
  float a = d.x * d.x + d.z * d.z - rb * rb, b = o.x * d.x + o.z * d.z - ra * rb, c = o.x * o.x + o.z * o.z - ra * ra, q = b * b - a * c;
  if (q > 0 && fabsf(a) > 1e-12f) {
    q = sqrtf(q);
    for (int i = -1; i <= 1; i += 2) {
      float t = (-b + i * q) / a, y = o.y + d.y * t;
      if (t < r->from || fabsf(y) > hy || mid + slope * y < 0 || (best >= 0 && t >= best)) continue;
      best = t;
      bn = v(o.x + d.x * t, -slope * (mid + slope * y), (o.z + d.z * t) * k);
    }
  }
  if (fabsf(d.y) > 1e-9f)
    for (int i = -1; i <= (s->c > 0 ? -1 : 1); i += 2) {
      float t = (i * hy - o.y) / d.y, x = o.x + d.x * t, z = o.z + d.z * t, e = i < 0 ? r0 : r1;
      if (t < r->from || x * x + z * z > e * e || (best >= 0 && t >= best)) continue;
      best = t;
      bn = v(0, i, 0);
    }
  if (best >= 0 && n) { bn = unit(bn); *n = dot(bn, r->d) > 0 ? mul(bn, -1) : bn; }
  return best;
}

static float hit_capsule(const Shape *s, const Ray *r, V *n) {
  V o = r->o, d = r->d;
  float rad = s->half.x, h = s->half.y, a = d.x * d.x + d.z * d.z, b = o.x * d.x + o.z * d.z, c = o.x * o.x + o.z * o.z - rad * rad;
  float q = b * b - a * c;
  if (q < 0) return -1;
  float t = a > 1e-12f ? (-b - sqrtf(q)) / a : -1, y = o.y + d.y * t;
  if (a > 1e-12f && fabsf(y) <= h) {
    if (t < r->from) return -1;
    if (n) *n = unit(v(o.x + d.x * t, 0, o.z + d.z * t));
    return t;
  }
  float side = a > 1e-12f ? (y > 0 ? h : -h) : (o.y > 0 ? h : -h), dd = dot(d, d);
  o.y -= side;
  float e = dot(o, d) / dd;
  V m = mad(o, d, -e);
  q = rad * rad - dot(m, m);
  if (q < 0) return -1;
  t = -e - sqrtf(q / dd);
  if (t < r->from) return -1;
  if (n) *n = unit(mad(o, d, t));
  return t;
}

static float hit_rectangle(const Shape *s, const Ray *r, V *n) {
  float t = -r->o.z / apart(r->d.z);
  if (t < r->from) return -1;
  float x = r->o.x + r->d.x * t, y = r->o.y + r->d.y * t;
  if (fabsf(x) > s->half.x || fabsf(y) > s->half.y) return -1;
  if (s->a == 1) { float p = x / s->half.x, q = y / s->half.y; if (p * p + q * q > 1) return -1; }
  if (s->a == 2) { float q = y / s->half.y; if (fabsf(x) > s->half.x * (1 - q * q) * (1 - .35f * q)) return -1; }
  for (int i = 0; i < s->count; i++) {
    const float *h = s->data + 4 * i;
    if (fabsf(x - h[0]) < h[2] && fabsf(y - h[1]) < h[3]) return -1;
  }
  if (n) *n = v(0, 0, r->d.z > 0 ? -1 : 1);
  return t;
}

static float torus_distance(const Shape *s, V p) {
  float l = sqrtf(p.x * p.x + p.z * p.z), ax = fabsf(p.x);
  if (s->a >= PI || fabsf(atan2f(ax, p.z)) <= s->a) {
    float q = l - s->half.x;
    return sqrtf(q * q + p.y * p.y) - s->half.y;
  }
  V e = v(s->half.x * sinf(s->a), 0, s->half.x * cosf(s->a));
  return len(v(ax - e.x, p.y, p.z - e.z)) - s->half.y;
}

static float hit_torus(const Shape *s, const Ray *r, V *n) {
  float w = s->half.x + s->half.y;
  Slab b = slab(r->o, r->d, v(w, s->half.y, w));
  if (b.near >= b.far || b.far < r->from) return -1;
  float t = fmaxf(b.near, r->from), inv = 1 / len(r->d);
  for (int i = 0; i < 64 && t < b.far; i++) {
    V p = mad(r->o, r->d, t);
    float e = torus_distance(s, p);
    if (e < 1e-5f) {
      if (n) {
        float k = s->half.y * .02f;
        *n = unit(v(torus_distance(s, v(p.x + k, p.y, p.z)) - e, torus_distance(s, v(p.x, p.y + k, p.z)) - e,
                    torus_distance(s, v(p.x, p.y, p.z + k)) - e));
      }
      return t;
    }
    t += e * inv;
  }
  return -1;
}

static float hit_hull(const Shape *s, const Ray *r, V *n) {
  float near = -1e9f, far = 1e9f;
  int face = -1;
  for (int i = 0; i < s->count; i++) {
    const float *p = s->data + 4 * i;
    V m = v(p[0], p[1], p[2]);
    float speed = dot(m, r->d), gap = p[3] - dot(m, r->o);
    if (fabsf(speed) < 1e-9f) { if (gap < 0) return -1; continue; }
    float t = gap / speed;
    if (speed < 0) { if (t > near) { near = t; face = i; } }
    else far = fminf(far, t);
  }
  if (face < 0 || near >= far || near < r->from) return -1;
  if (n) *n = v(s->data[4 * face], s->data[4 * face + 1], s->data[4 * face + 2]);
  return near;
}

static V field_normal(const Shape *s, int i, int j, float cx, float cz) {
  int n = s->count, l = i > 0 ? i - 1 : i, r = i < n - 1 ? i + 1 : i, d = j > 0 ? j - 1 : j, u = j < n - 1 ? j + 1 : j;
  return v((s->data[j * n + l] - s->data[j * n + r]) / ((r - l) * cx), 1, (s->data[d * n + i] - s->data[u * n + i]) / ((u - d) * cz));
}

// walks the cells under the ray; each cell is two triangles
static float hit_field(const Shape *s, const Ray *r, V *n) {
  Slab b = slab(r->o, r->d, s->half);
  float t = fmaxf(b.near, r->from);
  if (t >= b.far) return -1;
  int count = s->count;
  float cx = 2 * s->half.x / (count - 1), cz = 2 * s->half.z / (count - 1);
  float ox = (r->o.x + s->half.x) / cx, oz = (r->o.z + s->half.z) / cz, dx = apart(r->d.x / cx), dz = apart(r->d.z / cz);
  int i = ifloor(clamp(ox + dx * t, 0, count - 1.001f)), j = ifloor(clamp(oz + dz * t, 0, count - 1.001f));
  int si = dx > 0 ? 1 : -1, sj = dz > 0 ? 1 : -1;
  float tx = (i + (dx > 0) - ox) / dx, tz = (j + (dz > 0) - oz) / dz;
  while (t < b.far) {
    float end = fminf(b.far, fminf(tx, tz));
    const float *h = s->data + j * count + i;
    float h00 = h[0], h10 = h[1], h01 = h[count], h11 = h[count + 1];
    float ya = r->o.y + r->d.y * t, yb = r->o.y + r->d.y * end;
    float top = fmaxf(fmaxf(h00, h10), fmaxf(h01, h11)), low = fminf(fminf(h00, h10), fminf(h01, h11));
    if (fminf(ya, yb) <= top && fmaxf(ya, yb) >= low) {
      float best = 1e9f, slack = 1e-4f * (end - t) + 1e-6f * t;
      for (int side = 0; side < 2; side++) {  // below the diagonal x = z, and above it
        float gx = side ? h11 - h01 : h10 - h00, gz = side ? h01 - h00 : h11 - h10;
        float k = r->o.y - (h00 + gx * (ox - i) + gz * (oz - j)), m = r->d.y - gx * dx - gz * dz;
        if (fabsf(m) < 1e-12f) continue;
        float q = -k / m, fx = ox + dx * q - i, fz = oz + dz * q - j;
        if (q < t - slack || q > end + slack || q < r->from || q >= best || (side ? fz < fx - 1e-5f : fz > fx + 1e-5f)) continue;
        best = q;
        if (n) {
          fx = clamp(fx, 0, 1); fz = clamp(fz, 0, 1);
          *n = unit(blend(blend(field_normal(s, i, j, cx, cz), field_normal(s, i + 1, j, cx, cz), fx),
                          blend(field_normal(s, i, j + 1, cx, cz), field_normal(s, i + 1, j + 1, cx, cz), fx), fz));
          V flat = v(-gx / cx, 1, -gz / cz);
          if (dot(flat, r->d) > 0) *n = mul(*n, -1);
        }
      }
      if (best < 1e9f) return best;
    }
    if (tx < tz) { i += si; t = tx; tx += fabsf(1 / dx); if (i < 0 || i >= count - 1) return -1; }
    else { j += sj; t = tz; tz += fabsf(1 / dz); if (j < 0 || j >= count - 1) return -1; }
  }
  return -1;
}

float shape_hit(const Shape *s, Ray r, V *n) {
  switch (s->kind) {
    case BOX: return hit_box(s, &r, n);
    case ROUND_BOX: return hit_round_box(s, &r, n);
    case ELLIPSOID: return hit_ellipsoid(s, &r, n);
    case FRUSTUM: return hit_frustum(s, &r, n);
    case CAPSULE: return hit_capsule(s, &r, n);
    case RECTANGLE: return hit_rectangle(s, &r, n);
    case TORUS: return hit_torus(s, &r, n);
    case HULL: return hit_hull(s, &r, n);
    default: return hit_field(s, &r, n);
  }
}

V shape_extent(const Shape *s) {
  switch (s->kind) {
    case FRUSTUM: { float k = fmaxf(s->a, s->b); return v(s->half.x * k, s->half.y, s->half.z * k); }
    case CAPSULE: return v(s->half.x, s->half.y + s->half.x, s->half.x);
    case RECTANGLE: return v(s->half.x, s->half.y, 1e-4f);
    case TORUS: return v(s->half.x + s->half.y, s->half.y, s->half.x + s->half.y);
    default: return s->half;
  }
}

void shape_bound(Shape *s) {
  V e = shape_extent(s);
  V r = v(fabsf(s->axes.x.x) * e.x + fabsf(s->axes.y.x) * e.y + fabsf(s->axes.z.x) * e.z,
          fabsf(s->axes.x.y) * e.x + fabsf(s->axes.y.y) * e.y + fabsf(s->axes.z.y) * e.z,
          fabsf(s->axes.x.z) * e.x + fabsf(s->axes.y.z) * e.y + fabsf(s->axes.z.z) * e.z);
  s->lo = sub(s->at, add(r, v1(1e-4f)));
  s->hi = add(s->at, add(r, v1(1e-4f)));
}
