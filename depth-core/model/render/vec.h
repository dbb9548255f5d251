// Vectors, turned frames, random numbers and noise: the arithmetic everything else is written in.
#ifndef VEC_H
#define VEC_H
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#define PI 3.14159265f

typedef struct { float x, y, z; } V;
typedef struct { V x, y, z; } M;             // three axes, as columns
typedef struct { V at; M axes; } Frame;      // a place and its axes: x right, y up, z front

static inline V v(float x, float y, float z) { return (V){x, y, z}; }
static inline V v1(float a) { return (V){a, a, a}; }
static inline V add(V a, V b) { return v(a.x + b.x, a.y + b.y, a.z + b.z); }
static inline V sub(V a, V b) { return v(a.x - b.x, a.y - b.y, a.z - b.z); }
static inline V mul(V a, float s) { return v(a.x * s, a.y * s, a.z * s); }
static inline V had(V a, V b) { return v(a.x * b.x, a.y * b.y, a.z * b.z); }
static inline V mad(V a, V b, float s) { return v(a.x + b.x * s, a.y + b.y * s, a.z + b.z * s); }
static inline float dot(V a, V b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline V cross(V a, V b) { return v(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x); }
static inline float len(V a) { return sqrtf(dot(a, a)); }
static inline V unit(V a) { return mul(a, 1 / sqrtf(dot(a, a) + 1e-20f)); }
static inline V blend(V a, V b, float t) { return add(mul(a, 1 - t), mul(b, t)); }
static inline float lerp(float a, float b, float t) { return a + (b - a) * t; }
static inline float clamp(float x, float a, float b) { return x < a ? a : x > b ? b : x; }
static inline float smooth(float x) { x = clamp(x, 0, 1); return x * x * (3 - 2 * x); }
static inline int ifloor(float x) { int i = (int)x; return i - (x < i); }
static inline float luma(V c) { return .3f * c.x + .6f * c.y + .1f * c.z; }
static inline V lowest(V a, V b) { return v(fminf(a.x, b.x), fminf(a.y, b.y), fminf(a.z, b.z)); }
static inline V highest(V a, V b) { return v(fmaxf(a.x, b.x), fmaxf(a.y, b.y), fmaxf(a.z, b.z)); }

static inline V out(M r, V p) { return add(add(mul(r.x, p.x), mul(r.y, p.y)), mul(r.z, p.z)); }  // local to world
static inline V in(M r, V p) { return v(dot(r.x, p), dot(r.y, p), dot(r.z, p)); }                // world to local
static inline M times(M a, M b) { return (M){out(a, b.x), out(a, b.y), out(a, b.z)}; }
static inline M yawed(float a) { float c = cosf(a), s = sinf(a); return (M){v(c, 0, -s), v(0, 1, 0), v(s, 0, c)}; }
static inline M pitched(float a) { float c = cosf(a), s = sinf(a); return (M){v(1, 0, 0), v(0, c, s), v(0, -s, c)}; }
static inline M rolled(float a) { float c = cosf(a), s = sinf(a); return (M){v(c, s, 0), v(-s, c, 0), v(0, 0, 1)}; }
static inline M turned(float yaw, float pitch, float roll) { return times(yawed(yaw), times(pitched(pitch), rolled(roll))); }
// axes whose y runs along the given direction
static inline M along(V y) {
  y = unit(y);
  V x = unit(fabsf(y.y) < .9f ? cross(v(0, 1, 0), y) : cross(v(1, 0, 0), y));
  return (M){x, y, cross(x, y)};
}
static inline V place(Frame f, V p) { return add(f.at, out(f.axes, p)); }
static inline Frame frame(V at, float yaw) { return (Frame){at, yawed(yaw)}; }
static inline Frame inside(Frame f, V p, float yaw) { return (Frame){place(f, p), times(f.axes, yawed(yaw))}; }
static inline Frame tilted(Frame f, V p, float yaw, float pitch, float roll) {
  return (Frame){place(f, p), times(f.axes, turned(yaw, pitch, roll))};
}

// SplitMix64: small, seeded by anything
typedef struct { uint64_t state; } Rng;
static inline uint64_t next(Rng *r) {
  uint64_t z = (r->state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}
static inline float uniform(Rng *r) { return (float)(next(r) >> 40) * (1.f / 16777216); }

static inline uint32_t hash3(int x, int y, int z) {
  uint32_t h = (uint32_t)x * 0x8da6b343u ^ (uint32_t)y * 0xd8163841u ^ (uint32_t)z * 0xcb1ab31fu;
  h ^= h >> 15; h *= 0x2c1b3c6du; h ^= h >> 12; h *= 0x297a2d39u;
  return h ^ (h >> 15);
}
static inline float hash01(int x, int y, int z) { return (float)(hash3(x, y, z) >> 8) * (1.f / 16777216); }

// value noise, 0..1
static inline float noise(V p) {
  int i = ifloor(p.x), j = ifloor(p.y), k = ifloor(p.z);
  float a = p.x - i, b = p.y - j, c = p.z - k, h[8];
  for (int q = 0; q < 8; q++) h[q] = hash01(i + (q & 1), j + ((q >> 1) & 1), k + (q >> 2));
  a = a * a * (3 - 2 * a); b = b * b * (3 - 2 * b); c = c * c * (3 - 2 * c);
  for (int q = 0; q < 4; q++) h[q] += (h[q + 4] - h[q]) * c;
  for (int q = 0; q < 2; q++) h[q] += (h[q + 2] - h[q]) * b;
  return h[0] + (h[1] - h[0]) * a;
}
// octaves of noise, 0..1; what is finer than the footprint fades to grey
static inline float fractal(V p, float freq, float footprint, int octaves, float seed) {
  float sum = 0, weight = .5f, total = 0;
  for (int i = 0; i < octaves; i++) {
    float w = clamp(2 - 2 * freq * footprint, 0, 1);
    total += weight;
    sum += weight * .5f;
    if (w > 0) sum += weight * w * (noise(v(p.x * freq + seed, p.y * freq - seed, p.z * freq + i * 17.3f)) - .5f);
    weight *= .55f; freq *= 2.03f;
  }
  return sum / total;
}
#endif
