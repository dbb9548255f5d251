// Small things that stand on tables, shelves and floors.
#include "things.h"

static V up(float y) { return v(0, y, 0); }

void bottle(Scene *s, Frame f, float h) {
  int m = chance(s, .5f) ? glass(s) : chance(s, .5f) ? plastic(s) : ceramic(s);
  float r = h * rnd(s, .11f, .2f), body = h * rnd(s, .5f, .7f), neck = r * rnd(s, .3f, .6f), slope = h * rnd(s, .05f, .15f);
  tube(s, f, up(body / 2), r, body / 2, m);
  cone(s, f, up(body + slope / 2), r, neck, slope / 2, m);
  float rest = (h - body - slope) / 2;
  tube(s, f, up(body + slope + rest), neck, rest, m);
  if (chance(s, .7f)) tube(s, f, up(h - rest * .3f), neck * 1.15f, rest * .4f, plastic(s));
  if (chance(s, .7f)) tube(s, f, up(body * .5f), r * 1.012f, body * rnd(s, .15f, .35f), picture_of(s, r * 3, body * .5f));
}

void cup(Scene *s, Frame f, float h) {
  int m = chance(s, .15f) ? glass(s) : chance(s, .8f) ? ceramic(s) : plastic(s);
  float r = h * rnd(s, .35f, .55f);
  Shape *q = cone(s, f, up(h / 2), r * rnd(s, .6f, 1), r, h / 2, m);
  q->c = 1;
  if (chance(s, .6f)) sheet(s, tilted(f, up(h * rnd(s, .3f, .85f)), 0, -PI / 2, 0), v1(0), r * .95f, r * .95f, plain(s, color(s, .07f, .7f, .05f, .6f)))->a = 1;
  if (chance(s, .65f)) ring(s, tilted(f, v(r * .95f, h * .5f, 0), 0, PI / 2, 0), v1(0), h * .27f, h * .05f, PI, m);
}

void bowl(Scene *s, Frame f, float r) {
  int m = chance(s, .2f) ? wood(s) : chance(s, .2f) ? metal(s) : ceramic(s);
  float h = r * rnd(s, .35f, .8f);
  cone(s, f, up(h / 2), r * rnd(s, .4f, .75f), r, h / 2, m)->c = 1;
  if (chance(s, .6f))
    for (int i = 0, n = 3 + below(s, 6), food = anything(s, r); i < n; i++) {
      float a = rnd(s, 0, 6.3f), e = r * rnd(s, 0, .55f), b = r * rnd(s, .2f, .35f);
      if (chance(s, .3f)) food = plain(s, color(s, PICK(s, .02f, .08f, .13f, .25f), .85f, .4f, .9f));
      ball(s, inside(f, v(e * cosf(a), h * rnd(s, .7f, 1.05f), e * sinf(a)), a), v1(0), v(b, b * rnd(s, .8f, 1.1f), b), food);
    }
}

void plate_of_food(Scene *s, Frame f, float r) {
  cone(s, f, up(r * .05f), r * .6f, r, r * .05f, ceramic(s))->c = 1;
  for (int i = 0, n = 3 + below(s, 9); i < n; i++) {
    float a = rnd(s, 0, 6.3f), e = r * rnd(s, 0, .6f), b = r * rnd(s, .08f, .3f);
    int m = plain(s, color(s, PICK(s, .02f, .07f, .1f, .13f, .25f, .3f), .75f, .25f, .9f));
    material(s, m)->bump = rnd(s, 0, .8f); material(s, m)->grain_freq = 4 / b; material(s, m)->gloss = rnd(s, 0, .4f); material(s, m)->shine = 20;
    Frame g = tilted(f, v(e * cosf(a), r * .06f, e * sinf(a)), a, rnd(s, -.3f, .3f), 0);
    if (chance(s, .7f)) ball(s, g, up(b * .3f), v(b, b * rnd(s, .25f, .7f), b * rnd(s, .6f, 1.3f)), m);
    else soft_box(s, g, up(b * .3f), v(b, b * .3f, b * rnd(s, .4f, 1)), b * .15f, m);
  }
}

void carton(Scene *s, Frame f, float size) {
  V h = mul(v(rnd(s, .3f, 1), rnd(s, .2f, 1), rnd(s, .3f, 1)), size * .5f);
  int m = chance(s, .4f) ? plain(s, color(s, .08f, .5f, .35f, .75f)) : anything(s, size);
  bool open = chance(s, .25f);
  if (!open) { chance(s, .3f) ? soft_box(s, f, up(h.y), h, size * .03f, m) : box(s, f, up(h.y), h, m); }
  else {
    float t = .006f + size * .01f;
    box(s, f, up(t), v(h.x, t, h.z), m);
    for (int k = -1; k <= 1; k += 2) {
      box(s, f, v(k * h.x, h.y, 0), v(t, h.y, h.z), m);
      box(s, f, v(0, h.y, k * h.z), v(h.x, h.y, t), m);
      float a = rnd(s, .2f, 1.2f), flap = h.x * .8f;
      box(s, tilted(f, v(k * h.x, 2 * h.y, 0), 0, 0, -k * a), v(k * flap * .5f, 0, 0), v(flap * .5f, t, h.z), m);
    }
    if (chance(s, .6f)) crowd(s, inside(f, up(2 * t), 0), h.x * .6f, h.z * .6f, 3, size * .4f);
  }
  if (!open && chance(s, .3f)) sheet(s, f, v(rnd(s, -.3f, .3f) * h.x, h.y, h.z + .002f), h.x * .5f, h.y * .5f, picture_of(s, h.x, h.y));
}

void basket(Scene *s, Frame f, float size) {
  float r = size * .5f, h = size * rnd(s, .5f, 1);
  int m = fabric(s);
  material(s, m)->pattern = WEAVE; material(s, m)->scale = size * .05f;
  cone(s, f, up(h / 2), r * rnd(s, .7f, 1), r, h / 2, m)->c = 1;
  if (chance(s, .5f)) ring(s, inside(f, up(h), 0), v1(0), r, size * .025f, 4, m);
  if (chance(s, .4f)) ball(s, f, up(h * .8f), v(r * .85f, h * .35f, r * .85f), fabric(s));
}

void toy(Scene *s, Frame f, float size) {
  int m = plastic(s), m2 = plastic(s), m3 = fabric(s);
  float k = uniform(&s->rng), z = size * .5f;
  if (k < .3f) {  // a bear
    ball(s, f, up(z * .6f), v(z * .45f, z * .55f, z * .4f), m3);
    ball(s, f, up(z * 1.4f), v(z * .38f, z * .36f, z * .36f), m3);
    ball(s, f, v(0, z * 1.33f, z * .32f), v(z * .15f, z * .13f, z * .13f), m);
    for (int i = -1; i <= 1; i += 2) {
      ball(s, f, v(i * z * .3f, z * 1.7f, 0), v(z * .14f, z * .14f, z * .08f), m3);
      ball(s, f, v(i * z * .3f, z * .2f, z * .4f), v(z * .2f, z * .18f, z * .35f), m3);
      rod(s, f, v(i * z * .4f, z * .9f, 0), v(i * z * .6f, z * .5f, z * .25f), z * .13f, m3);
      ball(s, f, v(i * z * .13f, z * 1.45f, z * .32f), v1(z * .05f), plain(s, v1(.01f)));
    }
  } else if (k < .5f) {  // a car
    soft_box(s, f, up(z * .4f), v(z * .45f, z * .22f, z), z * .1f, m);
    soft_box(s, f, v(0, z * .7f, -z * .1f), v(z * .38f, z * .2f, z * .5f), z * .1f, m2);
    for (int i = 0; i < 4; i++) tube(s, tilted(f, v((i & 1 ? 1 : -1) * z * .42f, z * .2f, (i & 2 ? .6f : -.6f) * z), 0, 0, PI / 2), v1(0), z * .2f, z * .08f, plain(s, v1(.02f)));
  } else if (k < .75f) {  // blocks
    for (int i = 0, n = 3 + below(s, 7); i < n; i++) {
      float b = z * rnd(s, .15f, .35f);
      box(s, inside(f, v(rnd(s, -z, z), 0, rnd(s, -z, z)), rnd(s, 0, 3)), up(b), v1(b), plastic(s));
    }
  } else if (k < .9f) {  // rings on a stick
    for (int i = 0; i < 5; i++) ring(s, f, up(z * (.15f + .28f * i)), z * (.5f - .07f * i), z * .14f, 4, plastic(s));
    tube(s, f, up(z * .8f), z * .08f, z * .8f, wood(s));
  } else ball(s, f, up(z), v1(z), anything(s, size));
}

void statue_head(Scene *s, Frame f, float h) {
  int m = chance(s, .6f) ? plain(s, neutral(s, .5f, .95f)) : chance(s, .5f) ? skin(s) : metal(s), dark = chance(s, .5f) ? plain(s, neutral(s, .03f, .3f)) : m;
  float r = h * .32f, y = h * .62f;
  tube(s, f, up(h * .06f), h * .25f, h * .06f, wood(s));
  stick(s, f, v(0, h * .1f, 0), v(0, y - r * .5f, 0), r * .6f, r * .5f, m);
  ball(s, f, up(y), v(r * .8f, r * 1.15f, r), m);
  ball(s, f, v(0, y - r * .75f, r * .35f), v(r * .5f, r * .4f, r * .5f), m);
  stick(s, f, v(0, y + r * .2f, r * .93f), v(0, y - r * .22f, r * 1.2f), r * .1f, r * .2f, m);
  ball(s, f, v(0, y - r * .5f, r * .9f), v(r * .3f, r * .09f, r * .14f), chance(s, .5f) ? plain(s, color(s, .98f, .7f, .3f, .7f)) : m);
  for (int i = -1; i <= 1; i += 2) {
    ball(s, f, v(i * r * .33f, y + r * .12f, r * .82f), v(r * .15f, r * .09f, r * .12f), dark);
    ball(s, f, v(i * r * .8f, y, 0), v(r * .1f, r * .25f, r * .16f), m);
  }
  if (chance(s, .6f)) ball(s, f, v(0, y + r * .32f, -r * .15f), v(r * .88f, r * .95f, r), dark);
}

void table_lamp(Scene *s, Frame f, float h) {
  int m = chance(s, .5f) ? metal(s) : ceramic(s);
  tube(s, f, up(h * .02f), h * .16f, h * .02f, m);
  if (chance(s, .5f)) tube(s, f, up(h * .35f), h * .025f, h * .33f, m);
  else ball(s, f, up(h * .3f), v(h * .14f, h * .3f, h * .14f), m);
  cone(s, f, up(h * .82f), h * rnd(s, .2f, .3f), h * rnd(s, .12f, .2f), h * .18f, glowing(s, v(1, .85f, .6f), rnd(s, .2f, 2)))->c = 1;
}

void screen(Scene *s, Frame f, float w) {
  float h = w * rnd(s, .55f, .7f), y = h * .5f + w * rnd(s, .05f, .25f);
  int dark = plain(s, neutral(s, .02f, .3f));
  Frame g = tilted(f, up(y), 0, rnd(s, -.15f, .05f), 0);
  box(s, g, v1(0), v(w * .5f, h * .5f, w * .025f), dark);
  V c = color(s, -1, .5f, .1f, .9f);
  int m = chance(s, .4f) ? plain(s, v1(.012f)) : texture_count() && chance(s, .4f) ? picture_of(s, w, h)
        : new_material(s, (Material){.pattern = SCREEN, .a = c, .b = neutral(s, .7f, 1), .c = color(s, -1, .6f, .2f, .9f), .scale = h * .4f});
  material(s, m)->glow = rnd(s, 0, .9f); material(s, m)->gloss = .4f; material(s, m)->shine = 60; material(s, m)->mirror = chance(s, .3f) ? .12f : 0;
  sheet(s, g, v(0, 0, w * .025f + .002f), w * .48f, h * .47f, m);
  box(s, f, v(0, y * .5f, -w * .04f), v(w * .05f, y * .5f, w * .02f), dark);
  box(s, f, v(0, .008f, 0), v(w * .2f, .008f, w * .12f), dark);
}

void book_row(Scene *s, Frame f, float width, float height, float depth) {
  float x = -width / 2, end = width / 2;
  bool whole = s->shape_count > 900 || chance(s, .25f);
  if (whole) {  // one body with painted spines
    int m = new_material(s, (Material){.pattern = COLUMNS, .a = color(s, -1, .5f, .1f, .8f), .b = color(s, -1, .5f, .1f, .8f), .c = neutral(s, .2f, .9f), .scale = rnd(s, .025f, .05f)});
    box(s, f, up(height * .42f), v(width / 2, height * .42f, depth * rnd(s, .35f, .45f)), m);
    return;
  }
  while (x < end - .015f) {
    float w = fminf(rnd(s, .012f, .05f), end - x), h = height * rnd(s, .6f, .95f), d = depth * rnd(s, .6f, .95f);
    if (chance(s, .04f)) { x += rnd(s, .05f, .2f); continue; }
    V c = chance(s, .3f) ? neutral(s, .1f, .95f) : color(s, -1, fmaxf(s->saturation, .45f), .08f, .9f);
    int m = new_material(s, (Material){.pattern = (int)PICK(s, PLAIN, LABEL, LABEL), .a = c, .b = color(s, -1, .5f, .1f, .95f), .c = neutral(s, .1f, .95f), .scale = .02f, .p = rnd(s, .1f, .5f), .q = rnd(s, .55f, .9f), .gloss = rnd(s, 0, .2f), .shine = 20});
    Frame g = chance(s, .06f) ? tilted(f, v(x + w / 2 + h * .08f, 0, depth / 2 - d / 2), 0, 0, .18f) : inside(f, v(x + w / 2, 0, depth / 2 - d / 2 - rnd(s, 0, .03f)), 0);
    box(s, g, up(h / 2), v(w / 2 - .0008f, h / 2, d / 2), m);
    x += w;
  }
}

void book_pile(Scene *s, Frame f, float size) {
  float y = 0;
  for (int i = 0, n = 1 + below(s, 7); i < n; i++) {
    float t = size * rnd(s, .03f, .14f), w = size * rnd(s, .3f, .5f), d = w * rnd(s, .65f, .8f), a = gauss(s) * .25f;
    int m = anything(s, size), pages = plain(s, color(s, .12f, .15f, .7f, .95f));
    Frame g = inside(f, v(gauss(s) * size * .03f, y, gauss(s) * size * .03f), a);
    box(s, g, up(t * .08f), v(w, t * .08f, d), m);
    box(s, g, up(t * .92f), v(w, t * .08f, d), m);
    box(s, g, v(0, t * .5f, 0), v(w * .97f, t * .42f, d * .97f), pages);
    box(s, g, v(-w * .97f, t * .5f, 0), v(w * .03f, t * .5f, d), m);
    y += t;
  }
  if (chance(s, .3f)) {  // an open one on top
    for (int i = -1; i <= 1; i += 2) {
      int m = new_material(s, (Material){.pattern = TEXT, .a = neutral(s, .8f, .97f), .b = v1(.05f), .c = v1(.03f), .scale = size * .05f});
      box(s, tilted(f, v(i * size * .2f, y + size * .02f, 0), 0, 0, i * .12f), v1(0), v(size * .2f, size * .012f, size * .28f), m);
    }
  }
}

void board(Scene *s, Frame f, float w, float h) {
  Frame g = tilted(f, v1(0), gauss(s) * .4f, -fabsf(gauss(s)) * .2f, gauss(s) * .04f);
  box(s, g, up(h / 2), v(w / 2, h / 2, .004f + w * .008f), anything(s, h));
  sheet(s, g, v(0, h / 2, .006f + w * .009f), w * .48f, h * .48f, picture_of(s, w, h));
}

void cloth(Scene *s, Frame f, float w, float d, float fold) {
  enum { N = 40 };
  float *h = room_for(s, N * N), a = rnd(s, 0, 6.3f), seed = rnd(s, 0, 99), freq = rnd(s, 1.5f, 4), ridge = uniform(&s->rng);
  V dir = v(cosf(a), 0, sinf(a));
  for (int j = 0; j < N; j++)
    for (int i = 0; i < N; i++) {
      float x = 2.f * i / (N - 1) - 1, z = 2.f * j / (N - 1) - 1;
      float across = x * dir.x + z * dir.z, down = z * dir.x - x * dir.z;
      float g = fractal(v(across * 1.5f, down * .4f, seed), freq * .7f, 0, 3, seed), r = 1 - fabsf(2 * g - 1);
      float e = fmaxf(fabsf(x), fabsf(z));
      h[j * N + i] = fold * (lerp(g, r * r, ridge) * (1 - .8f * smooth((e - .6f) * 2.5f)) + .015f);
    }
  int m = fabric(s);
  field(s, f, v(0, .002f, 0), v(w / 2, fold, d / 2), h, N, m);
}

void vase(Scene *s, Frame f, float h) {
  int m = chance(s, .3f) ? glass(s) : ceramic(s);
  float r = h * rnd(s, .15f, .35f), y = 0, radius = r * rnd(s, .5f, 1);
  for (int i = 0; i < 3; i++) {
    float to = r * (i == 0 ? rnd(s, .8f, 1.2f) : i == 1 ? rnd(s, .3f, .8f) : rnd(s, .4f, .9f)), part = h * (i == 1 ? .25f : .35f) * .5f;
    cone(s, f, up(y + part), radius, to, part, m)->c = i == 2;
    y += 2 * part; radius = to;
  }
  if (chance(s, .6f)) leafy(s, inside(f, up(y * .9f), 0), h * rnd(s, .6f, 1.5f), 10 + below(s, 14));
}

void clutter(Scene *s, Frame f, float size) {
  float k = uniform(&s->rng), a = size * .5f;
  if (k < .1f) bottle(s, f, size * rnd(s, .8f, 1.3f));
  else if (k < .19f) cup(s, f, fminf(size, .3f) * rnd(s, .4f, .7f));
  else if (k < .25f) bowl(s, f, size * rnd(s, .3f, .5f));
  else if (k < .41f) carton(s, f, size);
  else if (k < .45f) basket(s, f, size);
  else if (k < .52f) toy(s, f, size);
  else if (k < .57f) statue_head(s, f, size);
  else if (k < .61f) table_lamp(s, f, size * 1.2f);
  else if (k < .65f) screen(s, f, size);
  else if (k < .75f) book_pile(s, f, size * .9f);
  else if (k < .78f) pot_plant(s, f, size * 1.3f);
  else if (k < .82f) vase(s, f, size);
  else if (k < .87f) { float r = a * rnd(s, .4f, .9f), h = a * rnd(s, .3f, 1.2f); tube(s, f, up(h), r, h, anything(s, size)); }
  else if (k < .9f) { float r = a * rnd(s, .4f, .8f); cone(s, f, up(a), r, r * rnd(s, 0, .3f), a, anything(s, size)); if (chance(s, .5f)) box(s, f, up(a * .04f), v(r * 1.2f, a * .04f, r * 1.2f), plastic(s)); }
  else if (k < .93f) { V h = v(a * rnd(s, .4f, 1), a * rnd(s, .4f, 1), a * rnd(s, .4f, 1)); ball(s, f, up(h.y), h, anything(s, size)); }
  else if (k < .95f) { float r = a * rnd(s, .1f, .4f); rod(s, f, v(-a + r, r, 0), v(a - r, r, 0), r, anything(s, size)); }
  else if (k < .97f) { float r = a * rnd(s, .1f, .25f); ring(s, f, up(r), a * .7f, r, 4, anything(s, size)); }
  else cloth(s, f, size * 1.5f, size * 1.2f, size * .3f);
}

void crowd(Scene *s, Frame f, float width, float depth, int count, float size) {
  for (int i = 0; i < count; i++)
    clutter(s, inside(f, v(rnd(s, -width, width), 0, rnd(s, -depth, depth)), rnd(s, -.6f, .6f) + (chance(s, .2f) ? rnd(s, 0, 6) : 0)), size * expf(gauss(s) * .4f));
}
