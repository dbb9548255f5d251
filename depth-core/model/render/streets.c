// Streets, and the open land.
#include "family.h"
#include "things.h"

static void house(Scene *s, Frame f, float half, float h, float depth) {  // front to z, its front at the origin
  float k = uniform(&s->rng);
  V c = chance(s, .5f) ? neutral(s, .35f, .95f) : color(s, PICK(s, .05f, .1f, .12f, .6f, .02f), .4f, .3f, .9f);
  Material face = {.pattern = FACADE, .a = c, .b = color(s, .6f, .3f, .03f, .4f), .c = neutral(s, .3f, .95f), .scale = rnd(s, 1.6f, 3.6f), .p = rnd(s, .3f, .7f), .q = rnd(s, .35f, .65f), .grain = rnd(s, .02f, .15f), .dirt = rnd(s, 0, .3f)};
  int m = k < .4f ? new_material(s, face) : k < .65f ? brick(s) : paint(s), glass_m = new_material(s, (Material){.a = v1(.04f), .gloss = .8f, .shine = 80, .mirror = rnd(s, .1f, .4f)}), trim = plain(s, neutral(s, .5f, .95f));
  box(s, f, v(0, h / 2, -depth), v(half, h / 2, depth), m);
  if (k >= .4f) {
    float step = rnd(s, 2, 3.5f), w = rnd(s, .45f, .8f);
    int cols = (int)(2 * half / step), rows = (int)(h / 2.9f);
    for (int i = 0; i < cols && cols * rows < 24; i++)
      for (int j = 0; j < rows; j++) {
        V p = v(-half + 2 * half * (i + .5f) / cols, 1.6f + 2.9f * j, .03f);
        box(s, f, p, v(w + .08f, .78f, .03f), trim);
        sheet(s, f, add(p, v(0, 0, .035f)), w, .7f, glass_m);
      }
    box(s, f, v(rnd(s, -.6f, .6f) * half, 1.05f, .04f), v(.5f, 1.05f, .06f), wood(s));
    if (chance(s, .15f)) { Frame g = tilted(f, v(0, 2.9f, .6f), 0, .35f, 0); box(s, g, v1(0), v(half * .8f, .03f, .7f), fabric(s)); }
  }
  if (h < 10 && chance(s, .7f)) {  // a roof with its ridge along the street or across it
    int roof = tiles(s, .5f);
    material(s, roof)->a = color(s, PICK(s, .03f, .04f, .6f, .08f), .45f, .15f, .55f);
    material(s, roof)->c = mul(material(s, roof)->a, .7f);
    float rise = rnd(s, 1, 3), e = .3f;
    if (chance(s, .6f)) { Frame g = inside(f, v(0, h, -depth), PI / 2); float xy[] = {-depth - e, 0, depth + e, 0, 0, rise}; prism(s, g, v1(0), xy, 3, half + e, roof); }
    else { Frame g = inside(f, v(0, h, -depth), 0); float xy[] = {-half - e, 0, half + e, 0, 0, rise}; prism(s, g, v1(0), xy, 3, depth + e, roof); }
    if (chance(s, .5f)) box(s, f, v(rnd(s, -.5f, .5f) * half, h + rise, -depth), v(.35f, .8f, .35f), brick(s));
  } else box(s, f, v(0, h, -depth), v(half + .15f, .15f, depth + .15f), trim);
}

static void hedge(Scene *s, Frame f, float half, float h) {
  int m = foliage(s, .8f);
  material(s, m)->bump = 1; material(s, m)->grain_freq = 6;
  soft_box(s, f, v(0, h / 2, 0), v(half, h / 2, .35f), .2f, m);
}

static void fence(Scene *s, Frame f, float half, float h) {
  int m = chance(s, .5f) ? wood(s) : metal(s);
  for (int i = 1; i <= 2; i++) box(s, f, v(0, h * i * .42f, 0), v(half, .03f, .015f), m);
  int n = (int)fminf(24, half * 2 / .3f);
  for (int i = 0; i <= n; i++) box(s, f, v(-half + 2 * half * i / n, h / 2, .02f), v(n < 24 ? .04f : half / n * .5f, h / 2, .015f), m);
}

static void pole(Scene *s, Frame f, float toward) {
  float h = rnd(s, 3, 8), k = uniform(&s->rng), r = rnd(s, .04f, .12f);
  int m = chance(s, .6f) ? metal(s) : wood(s);
  stick(s, f, v(0, 0, 0), v(0, h, 0), r, r * .7f, m);
  if (k < .4f) { rod(s, f, v(0, h, 0), v(toward * 1.5f, h + .3f, 0), r * .5f, m); soft_box(s, f, v(toward * 1.7f, h + .28f, 0), v(.3f, .07f, .12f), .05f, plain(s, v1(.5f))); }
  else if (k < .6f) { soft_box(s, f, v(0, h * .8f, .12f), v(.15f, .45f, .12f), .04f, plain(s, v1(.02f))); for (int i = -1; i <= 1; i++) ball(s, f, v(0, h * .8f + i * .28f, .23f), v(.1f, .1f, .04f), glowing(s, i > 0 ? v(.8f, .05f, .03f) : i ? v(.05f, .6f, .2f) : v(.7f, .5f, .05f), i == 1 ? 2 : .1f)); }
  else if (k < .9f) {
    float e = rnd(s, .25f, .45f);
    V c = color(s, PICK(s, 0, 0, .6f, .14f), 1, .5f, .9f);
    Frame g = inside(f, v(0, fminf(h, 2.6f), -.02f - r), PI);
    int face = new_material(s, (Material){.pattern = SPOTS, .a = c, .b = v1(.85f), .c = v1(.85f), .scale = e * 2.2f, .p = .5f});
    if (chance(s, .5f)) sheet(s, g, v1(0), e, e, face)->a = 1; else box(s, g, v1(0), v(e * rnd(s, .7f, 2), e, .01f), picture_of(s, e * 2, e * 2));
  }
}

void build_street(Scene *s) {
  open_air(s);
  float road = rnd(s, 2.4f, 8), walk = rnd(s, .8f, 3.5f), g = rnd(s, .18f, .5f);
  bool highway = chance(s, .15f), kerbs = !highway && chance(s, .85f);
  Frame o = frame(v1(0), 0);
  int grass = chance(s, .7f) ? foliage(s, 3) : stone(s);
  material(s, grass)->scale = rnd(s, .15f, .6f);
  V asphalt = mul(v(1, 1, rnd(s, .92f, 1.06f)), powf(g, 1.6f));
  int way = new_material(s, (Material){.pattern = ROAD, .a = asphalt, .b = v(.75f, .75f, rnd(s, .3f, .75f)), .scale = 1, .p = (float)below(s, 5), .q = rnd(s, 4, 12), .grain = rnd(s, .03f, .2f), .grain_freq = 12, .mirror = chance(s, .12f) ? rnd(s, .05f, .3f) : 0, .dirt = rnd(s, 0, .4f)});
  sheet(s, tilted(o, v(0, -.03f, 0), 0, -PI / 2, 0), v1(0), 500, 500, grass);
  sheet(s, tilted(o, v1(0), 0, -PI / 2, 0), v1(0), road, 500, way);
  if (chance(s, .12f)) for (int i = -1; i <= 1; i += 2) box(s, o, v(rnd(s, -.1f, .1f) + i * .72f, .01f, 0), v(.04f, .02f, 300), metal(s));  // rails
  if (chance(s, .3f)) { float z = rnd(s, 5, 25); for (int i = 0; i < 8; i++) sheet(s, tilted(o, v(-road + (i + .5f) * road / 4, .004f, z), 0, -PI / 2, 0), v1(0), road / 18, 1.6f, plain(s, v1(.6f))); }
  int paving = chance(s, .6f) ? tiles(s, .5f) : stone(s), kerb = stone(s);
  float look_back = chance(s, .2f) ? PI : 0;
  for (int side = -1; side <= 1; side += 2) {
    if (kerbs) { box(s, o, v(side * (road + walk), .055f, 0), v(walk - .1f, .06f, 400), paving); box(s, o, v(side * (road + .06f), .06f, 0), v(.07f, .06f, 400), kerb); }
    float line = road + (kerbs ? 2 * walk : rnd(s, .5f, 2)), kind = highway ? rnd(s, .65f, 1) : uniform(&s->rng), z = -22;
    Frame in_street = frame(v1(0), -side * PI / 2);  // z of a house's front looks to the road
    while (z < 120 && s->shape_count < 700) {
      if (kind < .7f) {
        float half = rnd(s, 2.5f, 9), h = 2.9f * (1 + below(s, kind < .3f ? 6 : 2)) + rnd(s, .2f, 1), set = kind < .3f ? rnd(s, 0, .5f) : rnd(s, 0, 6);
        Frame f = {v(side * (line + set), 0, z + half), in_street.axes};
        if (z > 45) box(s, f, v(0, h / 2, -5), v(half, h / 2, 5), new_material(s, (Material){.pattern = FACADE, .a = neutral(s, .3f, .9f), .b = v1(.06f), .c = v1(.4f), .scale = 2.6f, .p = .5f, .q = .5f}));
        else house(s, f, half, h, rnd(s, 3, 6));
        if (set > 2 && chance(s, .6f)) { Frame q = {v(side * line, 0, z + half), in_street.axes}; chance(s, .5f) ? hedge(s, q, half * .8f, rnd(s, .6f, 2)) : fence(s, q, half * .9f, rnd(s, .7f, 1.8f)); }
        if (set > 3 && chance(s, .5f)) tree(s, frame(v(side * (line + set * .5f), 0, z + rnd(s, 0, 2) * half), 0), rnd(s, 3, 8));
        z += 2 * half + PICK(s, 0, .1f, rnd(s, 0, 7));
      } else if (kind < .95f) {
        float far = rnd(s, 0, 9);
        if (chance(s, .8f)) chance(s, .75f) ? tree(s, frame(v(side * (line + far), 0, z), rnd(s, 0, 6)), rnd(s, 3.5f, 13)) : bush(s, frame(v(side * (line + far), 0, z), 0), rnd(s, .8f, 2.5f));
        if (chance(s, .12f)) hedge(s, (Frame){v(side * line, 0, z + 4), in_street.axes}, 4, rnd(s, .6f, 2));
        z += rnd(s, 1.5f, 8) * (z > 40 ? 2 : 1);
      } else { if (chance(s, .5f)) bush(s, frame(v(side * (line + rnd(s, 0, 20)), 0, z), 0), rnd(s, .5f, 2)); z += rnd(s, 10, 40); }
    }
    if (chance(s, .25f)) { int m = chance(s, .5f) ? metal(s) : stone(s); box(s, o, v(side * (road + .35f), rnd(s, .4f, .75f), 30), v(.05f, .18f, 70), m); for (int i = 0; i < 14; i++) box(s, o, v(side * (road + .38f), .3f, -8 + 4.f * i), v(.04f, .3f, .05f), m); }
    for (float p = rnd(s, -15, 5), step = rnd(s, 8, 30); p < 80; p += step) if (chance(s, .75f)) pole(s, frame(v(side * (road + .45f), 0, p), 0), -side);
    if (chance(s, .35f) && !highway) for (float p = rnd(s, -8, 8), step = rnd(s, 5, 11); p < 60; p += step) if (chance(s, .8f)) tree(s, frame(v(side * (road + walk * .7f), 0, p), 0), rnd(s, 3, 8));
    if (chance(s, .5f) && road > 3.2f) for (float p = rnd(s, -9, 6), to = rnd(s, 15, 60); p < to; p += rnd(s, 4.9f, 8)) {
      Frame f = frame(v(side * (road - 1.05f), 0, p), gauss(s) * .02f + (chance(s, .5f) ? PI : 0));
      chance(s, .85f) ? car(s, f) : van(s, f, rnd(s, 2.2f, 2.9f), rnd(s, 1.9f, 2.7f));
    }
    for (int i = below(s, 5); i > 0; i--) person(s, frame(v(side * (road + rnd(s, .2f, 2) * walk), kerbs ? .115f : 0, rnd(s, 2.5f, 35)), rnd(s, 0, 6)), rnd(s, 1.5f, 1.9f));
  }
  for (int i = below(s, 7); i > 0 && s->shape_count < 1400; i--) {
    float side = sign(s), z = chance(s, .5f) ? rnd(s, 5, 22) : rnd(s, -18, 70);
    Frame f = frame(v(side * road * (road > 3.2f ? .28f : .45f), 0, z), (side > 0 ? 0 : PI) + gauss(s) * .05f);
    float k = uniform(&s->rng);
    if (k < .68f) car(s, f); else if (k < .82f) van(s, f, rnd(s, 2.3f, 3.5f), rnd(s, 2, 3.2f)); else if (k < .9f) van(s, f, rnd(s, 4.5f, 6), rnd(s, 2.8f, 3.6f)); else cyclist(s, f, true);
  }
  if (chance(s, .3f)) for (int i = below(s, 4); i > 0; i--) cyclist(s, frame(v(sign(s) * (road + walk * rnd(s, .3f, 1.5f)), kerbs ? .115f : 0, rnd(s, 2, 20)), rnd(s, 0, 6)), chance(s, .4f));
  if (chance(s, .25f)) for (int i = 0; i < 4; i++) cone(s, frame(v(rnd(s, -1, 1) * road, 0, rnd(s, 3, 20)), 0), v(0, .3f, 0), .18f, .03f, .3f, plain(s, v(.8f, .15f, .03f)));
  V at = v1(0);
  for (int i = 0; i < 30; i++) {
    at = v(chance(s, .8f) ? rnd(s, -.75f, .75f) * road : sign(s) * (road + rnd(s, .2f, 1.8f) * walk), chance(s, .85f) ? rnd(s, 1.1f, 2.3f) : rnd(s, 2.3f, 8), rnd(s, -3, 3));
    if (!blocked(s, at, i < 20 ? .7f : .2f)) break;
  }
  bool askew = chance(s, .35f);
  look(s, at, askew ? rnd(s, -PI, PI) : look_back + gauss(s) * .12f, gauss(s) * .06f - .02f + (askew ? rnd(s, -.05f, .2f) : 0), gauss(s) * .03f, chance(s, .8f) ? rnd(s, 42, 95) : rnd(s, 25, 42));
  s->near_depth = 1.2f; s->near_share = .2f;
}

void build_landscape(Scene *s) {
  enum { N = 96 };
  open_air(s);
  float ext = logrnd(s, 40, 220), amp = ext * rnd(s, 0, .16f) * PICK(s, .2f, .5f, 1), freq = rnd(s, 1.2f, 4) / ext, ridge = chance(s, .4f) ? rnd(s, .3f, 1) : 0, seed = rnd(s, 0, 99), cell = ext / (N - 1);
  float *h = room_for(s, N * N);
  for (int j = 0; j < N; j++)
    for (int i = 0; i < N; i++) {
      float x = (i - N / 2) * cell, z = (j - 6) * cell, f = fractal(v(x, 0, z), freq, 0, 5, seed), away = smooth(len(v(x, 0, z)) / (ext * .25f));
      f = lerp(f, 1 - fabsf(2 * f - 1), ridge);
      h[j * N + i] = amp * (f - .5f) * (.15f + .85f * away) + amp * away * away * rnd(s, .99f, 1.01f) * .3f;
    }
  float mid = h[6 * N + N / 2];
  for (int i = 0; i < N * N; i++) h[i] -= mid;
  int ground = chance(s, .7f) ? foliage(s, 5) : stone(s);
  material(s, ground)->scale = logrnd(s, .4f, 5); material(s, ground)->bump = rnd(s, 0, .8f); material(s, ground)->grain_freq = rnd(s, .5f, 4); material(s, ground)->dirt = .3f;
  Frame o = frame(v(0, 0, ext / 2 - 6 * cell), 0);
  field(s, o, v1(0), v(ext / 2, amp, ext / 2), h, N, ground);
  bool water = chance(s, .25f);
  if (water) { V c = mul(s->sky.zenith, .4f); sheet(s, tilted(frame(v(0, -amp * .12f - .3f, 0), 0), v1(0), 0, -PI / 2, 0), v1(0), ext * 2, ext * 2, new_material(s, (Material){.pattern = WAVES, .a = c, .b = mul(c, .6f), .scale = .8f, .bump = .12f, .grain_freq = 2, .gloss = .6f, .shine = 60, .mirror = .3f})); }
  else sheet(s, tilted(frame(v(0, -amp - 1, 0), 0), v1(0), 0, -PI / 2, 0), v1(0), ext * 5, ext * 5, ground);
  float near = chance(s, .5f) ? 5 : 9;
  for (int i = 8 + below(s, 40); i > 0 && s->shape_count < 700; i--) {
    float z = logrnd(s, near, ext * .8f), x = rnd(s, -1, 1) * fminf(z * 1.1f, ext * .45f), k = uniform(&s->rng);
    int a = (int)clamp(x / cell + N / 2, 0, N - 1), b = (int)clamp(z / cell + 6, 0, N - 1);
    Frame f = frame(v(x, h[b * N + a] - .15f, z), rnd(s, 0, 6));
    if (z < 9 && (k < .65f || k > .82f) && k < .96f && fabsf(x) < 3) k = .9f;  // nothing that hides everything stands right before the camera
    if (k < .5f) tree(s, f, rnd(s, 2.5f, 11));
    else if (k < .65f) bush(s, f, rnd(s, .5f, 2.5f));
    else if (k < .82f) { float r = logrnd(s, .15f, 2); ball(s, f, v(0, r * .3f, 0), v(r, r * rnd(s, .5f, .9f), r * rnd(s, .6f, 1.3f)), stone(s)); }
    else if (k < .87f) house(s, f, rnd(s, 2.5f, 6), rnd(s, 2.8f, 6), rnd(s, 2.5f, 5));
    else if (k < .93f) person(s, inside(f, v(0, .15f, 0), 0), 1.7f);
    else if (k < .96f) animal(s, inside(f, v(0, .15f, 0), 0), rnd(s, .6f, 2));
    else fence(s, f, rnd(s, 2, 5), 1.1f);
  }
  if (chance(s, .4f)) for (int i = 0; i < 12; i++) leafy(s, frame(v(rnd(s, -1, 1) * 1.5f, -.05f, rnd(s, 1.2f, 4)), 0), rnd(s, .2f, .7f), 8);
  V at = v1(0);
  float rise = 0;
  for (int j = 4; j <= 8; j++) for (int i = N / 2 - 2; i <= N / 2 + 2; i++) rise = fmaxf(rise, h[j * N + i]);
  for (int i = 0; i < 20; i++) { at = v(gauss(s) * .4f * i * .1f, rise + (chance(s, .75f) ? rnd(s, 1, 2.2f) : rnd(s, 3, 12)), -.03f * i); if (!blocked(s, v(at.x, at.y, at.z), .4f)) break; }
  look(s, at, gauss(s) * .2f, gauss(s) * .1f - .06f, gauss(s) * .04f, rnd(s, 40, 85));
  s->near_depth = 1.6f; s->near_share = .2f;
}
