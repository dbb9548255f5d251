#include "light.h"

V light_from(const Light *l, V p, float r, float q, V *direction, float *distance) {
  if (l->kind == SUN) {
    *distance = 1e8f;
    *direction = l->at;
    if (r < 0) return l->color;
    float a = 2 * PI * q, d = l->radius * sqrtf(r);
    M m = along(l->at);
    *direction = unit(add(l->at, add(mul(m.x, d * cosf(a)), mul(m.z, d * sinf(a)))));
    return l->color;
  }
  V at = l->at;
  float k = 1;
  if (r >= 0 && l->kind == BALL) {
    float z = 2 * r - 1, e = sqrtf(1 - z * z) * l->radius;
    at = add(at, v(e * cosf(2 * PI * q), l->radius * z, e * sinf(2 * PI * q)));
  } else if (r >= 0) at = add(at, add(mul(l->u, 2 * r - 1), mul(l->w, 2 * q - 1)));
  V d = sub(at, p);
  *distance = len(d);
  *direction = mul(d, 1 / (*distance + 1e-6f));
  if (l->kind == PANEL) k = fmaxf(0, -dot(*direction, unit(cross(l->u, l->w))));
  return mul(l->color, k / (l->radius + *distance * *distance));
}

V sky_color(const Scene *s, V d) {
  const Sky *y = &s->sky;
  V c = blend(y->horizon, y->zenith, sqrtf(clamp(d.y * 1.8f, 0, 1)));
  if (y->clouds > 0 && d.y > .02f) {
    float k = 1 / (d.y + .15f), f = fractal(v(d.x * k, y->seed, d.z * k), 1.3f, .01f, 4, y->seed);
    c = blend(c, mul(y->cloud, .2f + luma(y->horizon)), clamp((f - .6f + .28f * y->clouds) * 5, 0, 1) * clamp(d.y * 6, 0, 1));
  }
  if (s->fog > 0) c = blend(c, s->fog_color, expf(-fabsf(d.y) * 8) * clamp(s->fog * 60, 0, 1));
  return c;
}

V surrounding(const Scene *s, const Tree *t, V p, V n, int shape, float r, float q) {
  M m = along(n);
  float a = 2 * PI * q, e = sqrtf(r);
  V d = add(mul(n, sqrtf(1 - r)), add(mul(m.x, e * cosf(a)), mul(m.z, e * sinf(a))));
  float limit = s->sky.open ? 30 : 60;
  int k = tree_nearest(t, s, (Ray){p, d, 1e-3f, .05f}, &limit, s->shapes[shape].kind == ELLIPSOID && s->shapes[shape].a == 0 ? shape : -1);
  if (k < 0) return blend(s->down, s->up, smooth(.5f + d.y));
  const Material *h = &s->materials[s->shapes[k].material];
  float open = limit / (limit + .35f * s->reach);
  // lamps light the place by themselves: here they only must not sparkle
  return had(add(mul(h->mean, open), mul(h->a, .4f * fminf(h->glow, 1))), s->bounce);
}

V surface_color(const Scene *s, int shape, Ray r, float t, V *normal, const Material **material) {
  const Shape *q = &s->shapes[shape];
  const Material *m = &s->materials[q->material];
  Ray l = into(q, r);
  Spot spot = {v1(0), v(0, 1, 0), 0, q};
  shape_hit(q, l, &spot.n);
  spot.p = mad(l.o, l.d, t);
  spot.footprint = t * r.spread / fmaxf(fabsf(dot(spot.n, l.d)) / len(l.d), .15f) * .8f;
  V c = material_color(m, &spot);
  *normal = out(q->axes, m->bump > 0 ? material_bump(m, &spot) : spot.n);
  *material = m;
  return c;
}

V seen(const Scene *s, const Tree *t, Ray r, int skip) {
  float limit = 400;
  int k = tree_nearest(t, s, r, &limit, skip);
  if (k < 0) return s->sky.open ? sky_color(s, unit(r.d)) : blend(s->down, s->up, .5f);
  V n;
  const Material *m;
  V c = surface_color(s, k, r, limit, &n, &m), light = mul(s->bounce, .5f), p = mad(r.o, r.d, limit), d;
  for (int i = 0; i < s->light_count; i++) {
    float distance;
    V e = light_from(&s->lights[i], p, -1, 0, &d, &distance);
    light = mad(light, e, .6f * fmaxf(0, dot(d, n)));
  }
  return add(had(c, light), mul(c, m->glow));
}
