// How much light reaches a place: lamps, windows and the sun by samples, everything else by what surrounds the place.
#ifndef LIGHT_H
#define LIGHT_H
#include "tree.h"

// irradiance before the cosine; r, q in 0..1 choose the place on the light, r < 0 its centre
V light_from(const Light *l, V p, float r, float q, V *direction, float *distance);
V sky_color(const Scene *s, V direction);
// one sample of the light from all around; r, q in 0..1
V surrounding(const Scene *s, const Tree *t, V p, V n, int shape, float r, float q);
// colour seen along a ray that left a mirror or a glass: no shadows
V seen(const Scene *s, const Tree *t, Ray r, int skip);
V surface_color(const Scene *s, int shape, Ray r, float t, V *normal, const Material **material);
#endif
