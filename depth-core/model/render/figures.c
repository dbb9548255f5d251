// People, animals, plants and vehicles.
#include "things.h"

static void head(Scene *s, Frame f, V at, float r) {
  int m = skin(s), hair = plain(s, color(s, .08f, .5f, .02f, .5f)), dark = plain(s, v1(.015f));
  Frame g = tilted(f, at, gauss(s) * .5f, gauss(s) * .2f, gauss(s) * .1f);
  ball(s, g, v1(0), v(r * .78f, r * 1.12f, r * .92f), m);
  ball(s, g, v(0, -r * .6f, r * .3f), v(r * .5f, r * .42f, r * .5f), m);
  ball(s, g, v(0, r * .28f, -r * .14f), v(r * .87f, r * .95f, r * .95f), hair);
  if (chance(s, .35f)) ball(s, g, v(0, -r * .3f, -r * .35f), v(r * .85f, r * rnd(s, .8f, 1.6f), r * .65f), hair);
  stick(s, g, v(0, r * .15f, r * .85f), v(0, -r * .2f, r * 1.08f), r * .08f, r * .16f, m);
  for (int i = -1; i <= 1; i += 2) {
    ball(s, g, v(i * r * .31f, r * .1f, r * .78f), v(r * .13f, r * .07f, r * .08f), dark);
    ball(s, g, v(i * r * .79f, -r * .05f, 0), v(r * .09f, r * .22f, r * .14f), m);
  }
  ball(s, g, v(0, -r * .5f, r * .76f), v(r * .26f, r * .06f, r * .1f), plain(s, color(s, .98f, .6f, .3f, .6f)));
}

typedef struct { int top, trousers, skin, shoes; } Clothes;
static Clothes dressed(Scene *s) { return (Clothes){fabric(s), fabric(s), skin(s), plain(s, neutral(s, .02f, .5f))}; }

static void arms(Scene *s, Frame f, float h, float shoulder, Clothes c) {
  for (int i = -1; i <= 1; i += 2) {
    float swing = gauss(s) * .5f, lift = fabsf(gauss(s)) * .15f, bend = rnd(s, 0, 1.3f);
    V a = v(i * h * .125f, shoulder, 0), b = add(a, mul(v(i * (.15f + lift), -cosf(swing), sinf(swing)), h * .18f));
    V e = add(b, mul(v(-i * .1f, -cosf(swing + bend), sinf(swing + bend)), h * .16f));
    rod(s, f, a, b, h * .032f, c.top);
    rod(s, f, b, e, h * .025f, chance(s, .5f) ? c.top : c.skin);
    ball(s, f, e, v(h * .025f, h * .035f, h * .03f), c.skin);
  }
}

void person(Scene *s, Frame f, float h) {
  Clothes c = dressed(s);
  float stride = rnd(s, 0, .35f) * sign(s);
  bool skirt = chance(s, .15f);
  for (int i = -1; i <= 1; i += 2) {
    V hip = v(i * h * .055f, h * .5f, 0), knee = v(i * h * .058f, h * .27f, i * stride * h * .25f + .01f * h), foot = v(i * h * .06f, h * .05f, i * stride * h * .45f);
    stick(s, f, hip, knee, h * .052f, h * .038f, skirt ? c.skin : c.trousers);
    stick(s, f, knee, foot, h * .038f, h * .028f, skirt ? c.skin : c.trousers);
    ball(s, f, v(foot.x, h * .022f, foot.z + h * .03f), v(h * .03f, h * .024f, h * .075f), c.shoes);
  }
  if (skirt) cone(s, f, v(0, h * .42f, 0), h * .16f, h * .09f, h * .12f, c.trousers);
  ball(s, f, v(0, h * .51f, 0), v(h * .1f, h * .07f, h * .075f), c.trousers);
  ball(s, f, v(0, h * .67f, 0), v(h * .118f, h * .17f, h * .075f), c.top);
  soft_box(s, f, v(0, h * .755f, 0), v(h * .13f, h * .05f, h * .055f), h * .045f, c.top);
  tube(s, f, v(0, h * .83f, 0), h * .032f, h * .035f, c.skin);
  arms(s, f, h, h * .775f, c);
  head(s, f, v(0, h * .91f, h * .01f), h * .08f);
  if (chance(s, .25f)) soft_box(s, f, v(0, h * .68f, -h * .11f), v(h * .09f, h * .12f, h * .05f), h * .04f, fabric(s));
}

void sitter(Scene *s, Frame f, float seat) {
  Clothes c = dressed(s);
  float h = rnd(s, 1.55f, 1.85f), lean = rnd(s, -.15f, .25f);
  for (int i = -1; i <= 1; i += 2) {
    V hip = v(i * h * .055f, seat + h * .06f, 0), knee = v(i * h * rnd(s, .05f, .1f), seat + h * .05f, h * .25f), foot = v(i * h * .07f, .05f, h * rnd(s, .2f, .32f));
    stick(s, f, hip, knee, h * .055f, h * .042f, c.trousers);
    stick(s, f, knee, foot, h * .042f, h * .03f, c.trousers);
    ball(s, f, v(foot.x, .035f, foot.z + h * .03f), v(h * .03f, .035f, h * .075f), c.shoes);
  }
  Frame g = tilted(f, v(0, seat, 0), 0, lean, 0);
  ball(s, g, v(0, h * .2f, 0), v(h * .115f, h * .2f, h * .085f), c.top);
  soft_box(s, g, v(0, h * .3f, 0), v(h * .13f, h * .05f, h * .055f), h * .045f, c.top);
  tube(s, g, v(0, h * .37f, 0), h * .032f, h * .035f, c.skin);
  arms(s, g, h, h * .32f, c);
  head(s, g, v(0, h * .45f, h * .01f), h * .08f);
}

void bust(Scene *s, Frame f, float size) {
  Clothes c = dressed(s);
  ball(s, f, v(0, size * .1f, 0), v(size * .55f, size * .42f, size * .3f), c.top);
  soft_box(s, f, v(0, size * .38f, 0), v(size * .6f, size * .16f, size * .22f), size * .15f, c.top);
  tube(s, f, v(0, size * .6f, 0), size * .15f, size * .16f, c.skin);
  head(s, f, v(0, size * 1.02f, size * .04f), size * .38f);
}

void animal(Scene *s, Frame f, float l) {
  int m = chance(s, .6f) ? plain(s, color(s, .08f, .4f, .03f, .85f)) : fabric(s), dark = plain(s, v1(.02f));
  Material *fur = material(s, m);
  fur->grain = rnd(s, .1f, .4f); fur->grain_freq = 15 / l; fur->bump = rnd(s, 0, .6f);
  float leg = l * rnd(s, .2f, .5f), y = leg + l * .16f, r = l * rnd(s, .13f, .2f);
  ball(s, f, v(0, y, 0), v(r, r * 1.05f, l * .42f), m);
  ball(s, f, v(0, y + r * .1f, l * .25f), v(r * .95f, r * 1.15f, l * .18f), m);
  for (int i = 0; i < 4; i++) {
    float x = (i & 1 ? 1 : -1) * r * .6f, z = (i & 2 ? .3f : -.3f) * l, d = gauss(s) * l * .06f;
    stick(s, f, v(x, y, z), v(x, leg * .4f, z + d), r * .45f, r * .25f, m);
    stick(s, f, v(x, leg * .45f, z + d), v(x, 0, z + d * .6f), r * .25f, r * .2f, m);
  }
  Frame g = tilted(f, v(0, y + l * rnd(s, .12f, .35f), l * .48f), gauss(s) * .6f, rnd(s, -.1f, .4f), 0);
  stick(s, f, v(0, y, l * .33f), in(f.axes, sub(g.at, f.at)), r * .75f, r * .55f, m);
  float q = l * rnd(s, .11f, .17f);
  ball(s, g, v1(0), v(q * .85f, q * .9f, q), m);
  stick(s, g, v(0, -q * .15f, q * .5f), v(0, -q * .3f, q * rnd(s, 1.1f, 1.9f)), q * .5f, q * .3f, m);
  ball(s, g, v(0, -q * .2f, q * 1.3f), v1(q * .15f), dark);
  for (int i = -1; i <= 1; i += 2) {
    ball(s, g, v(i * q * .4f, q * .2f, q * .78f), v1(q * .13f), dark);
    stick(s, g, v(i * q * .5f, q * .6f, 0), v(i * q * .75f, q * 1.35f, -q * .1f), q * .28f, q * .05f, m);
  }
  rod(s, f, v(0, y + r * .4f, -l * .4f), v(gauss(s) * l * .1f, y + l * rnd(s, -.2f, .25f), -l * .62f), r * .2f, m);
}

void leafy(Scene *s, Frame f, float h, int leaves) {
  int m = foliage(s, h * .4f), stem = plain(s, color(s, .25f, .5f, .15f, .5f)), bloom = chance(s, .3f) ? plain(s, color(s, -1, .8f, .4f, .95f)) : m;
  material(s, m)->gloss = rnd(s, 0, .3f); material(s, m)->shine = 20;
  float spread = rnd(s, .2f, .6f), size = h * rnd(s, .1f, .25f), narrow = rnd(s, .2f, .6f);
  for (int i = 0; i < leaves; i++) {
    float a = i * 2.4f + gauss(s) * .3f, up = sqrtf(rnd(s, .02f, 1)), e = spread * rnd(s, .3f, 1) * up;
    V tip = v(h * e * cosf(a), h * up * rnd(s, .7f, 1), h * e * sinf(a)), foot = v(tip.x * .15f, h * .25f * up, tip.z * .15f);
    if (i % 3 == 0) rod(s, f, v(0, 0, 0), tip, h * .006f, stem);
    (void)foot;
    Frame g = tilted(f, tip, a + PI, 0, 0);
    g.axes = times(f.axes, times(yawed(PI / 2 - a), pitched(rnd(s, .5f, 2.2f))));
    if (bloom != m && i % 4 == 0) ball(s, g, v1(0), v(size * .45f, size * .25f, size * .45f), bloom);
    else sheet(s, g, v(0, size * .6f, 0), size * narrow, size, m)->a = 2;
  }
}

void pot_plant(Scene *s, Frame f, float h) {
  float pot = h * rnd(s, .15f, .3f);
  int m = chance(s, .5f) ? ceramic(s) : plain(s, color(s, .04f, .6f, .3f, .6f));
  cone(s, f, v(0, pot * .5f, 0), pot * .4f, pot * .55f, pot * .5f, m);
  Frame g = inside(f, v(0, pot * .95f, 0), 0);
  float k = uniform(&s->rng);
  if (k < .65f) leafy(s, g, h - pot, 12 + below(s, 26));
  else if (k < .8f) {
    int q = plain(s, color(s, .28f, .5f, .2f, .5f));
    material(s, q)->bump = .6f; material(s, q)->grain_freq = 40 / h;
    rod(s, g, v(0, 0, 0), v(0, (h - pot) * .8f, 0), h * .08f, q);
    if (chance(s, .6f)) rod(s, g, v(0, h * .3f, 0), v(h * .18f, h * .45f, 0), h * .05f, q);
  } else {
    int q = foliage(s, h * .4f);
    for (int i = 0; i < 3; i++) clump(s, g, v(gauss(s) * h * .12f, (h - pot) * rnd(s, .35f, .75f), gauss(s) * h * .12f), mul(v(rnd(s, .15f, .3f), rnd(s, .15f, .3f), rnd(s, .15f, .3f)), h), rnd(s, .42f, .52f), 50 / h, q);
  }
}

void tree(Scene *s, Frame f, float h) {
  int bark = stone(s), m = foliage(s, h * .25f);
  material(s, bark)->a = color(s, .07f, .4f, .1f, .45f); material(s, bark)->b = mul(material(s, bark)->a, .5f);
  float k = uniform(&s->rng), r = h * rnd(s, .015f, .035f);
  if (k < .2f) {  // a fir
    stick(s, f, v(0, 0, 0), v(0, h * .9f, 0), r, r * .3f, bark);
    for (int i = 0, n = 4 + below(s, 3); i < n; i++) {
      float y = h * (.18f + .72f * i / n), e = h * .24f * (1 - .8f * i / n);
      cone(s, f, v(0, y + h * .1f, 0), e, e * .25f, h * .13f, m);
      clump(s, f, v(0, y + h * .03f, 0), v(e * 1.1f, h * .05f, e * 1.1f), .45f, 110 / h, m);
    }
    return;
  }
  bool bare = k > .9f;
  float lean = gauss(s) * .06f, trunk = h * rnd(s, .3f, .55f);
  V top = v(lean * h, trunk, gauss(s) * .04f * h);
  stick(s, f, v(0, -.2f, 0), top, r * 1.2f, r * .8f, bark);
  int boughs = bare ? 9 : 3 + below(s, 3);
  float crown = rnd(s, .16f, .3f);
  for (int i = 0; i < boughs; i++) {
    float a = i * 2.4f + gauss(s), e = rnd(s, .4f, 1.2f) * crown;
    V tip = v(top.x + h * e * cosf(a), h * rnd(s, .6f, .92f), top.z + h * e * sinf(a)), from = blend(v(0, 0, 0), top, rnd(s, .65f, 1));
    stick(s, f, from, tip, r * .5f, r * .12f, bark);
    if (bare) {
      for (int j = 0; j < 3; j++) stick(s, f, blend(from, tip, rnd(s, .4f, 1)), add(tip, mul(v(gauss(s), rnd(s, 0, 1), gauss(s)), h * .12f)), r * .15f, r * .05f, bark);
      continue;
    }
    V q = mul(v(rnd(s, .6f, 1), rnd(s, .45f, .9f), rnd(s, .6f, 1)), h * crown);
    clump(s, f, tip, q, rnd(s, .38f, .5f), rnd(s, 45, 110) / h, m);
    if (i < 2) clump(s, f, mad(top, v(gauss(s) * .3f, rnd(s, .5f, 1), gauss(s) * .3f), h * .25f), mul(q, .9f), rnd(s, .3f, .42f), rnd(s, 45, 100) / h, m);
  }
}

void bush(Scene *s, Frame f, float size) {
  int m = foliage(s, size * .5f);
  for (int i = 0, n = 2 + below(s, 3); i < n; i++)
    clump(s, f, v(gauss(s) * size * .25f, size * rnd(s, .25f, .5f), gauss(s) * size * .25f), mul(v(rnd(s, .3f, .6f), rnd(s, .3f, .55f), rnd(s, .3f, .6f)), size), rnd(s, .3f, .48f), rnd(s, 28, 70) / size, m);
}

static void wheels(Scene *s, Frame f, float half_track, float axle, float r) {
  int rubber = plain(s, v1(.02f)), rim = metal(s);
  for (int i = 0; i < 4; i++) {
    Frame g = tilted(f, v((i & 1 ? 1 : -1) * half_track, r, (i & 2 ? 1 : -1) * axle), 0, 0, PI / 2);
    tube(s, g, v1(0), r, .11f, rubber);
    tube(s, g, v1(0), r * .6f, .118f, rim);
  }
}

void car(Scene *s, Frame f) {
  V c = chance(s, .6f) ? neutral(s, .03f, .95f) : color(s, -1, .8f, .15f, .85f);
  int body = new_material(s, (Material){.a = c, .gloss = rnd(s, .3f, .9f), .shine = rnd(s, 30, 90), .mirror = rnd(s, .05f, .15f), .dirt = rnd(s, 0, .25f)});
  int pane = new_material(s, (Material){.a = v1(rnd(s, .01f, .04f)), .gloss = .9f, .shine = 80, .mirror = rnd(s, .1f, .35f)}), dark = plain(s, v1(.02f));
  float w = rnd(s, .8f, .92f), l = rnd(s, 1.8f, 2.4f), belt = rnd(s, .8f, 1), top = rnd(s, 1.38f, 1.75f), r = rnd(s, .29f, .36f), tail = rnd(s, -1.02f, -.7f), nose = rnd(s, .3f, .62f);
  // the side's outline, turned so that the prism runs across the car
  Frame g = f;
  g.axes = times(f.axes, yawed(PI / 2));
  float front = belt * rnd(s, .75f, .92f);
  float low[] = {l, .32f, l, front * .8f, l * .93f, front, nose * l, belt, -l * .96f, belt, -l, belt * .7f, -l * .98f, .3f};
  float flip[14];
  for (int i = 0; i < 7; i++) { flip[2 * i] = -low[2 * i]; flip[2 * i + 1] = low[2 * i + 1]; }
  float anti[14];
  for (int i = 0; i < 7; i++) { anti[2 * i] = flip[2 * (6 - i)]; anti[2 * i + 1] = flip[2 * (6 - i) + 1]; }
  prism(s, g, v1(0), anti, 7, w, body);
  float roof_front = nose * .25f, roof_back = tail * .75f;
  float cabin[] = {-nose * l, belt - .02f, -roof_front * l, top, -roof_back * l, top, -tail * l, belt - .02f}, turned_round[8];
  for (int i = 0; i < 4; i++) { turned_round[2 * i] = cabin[2 * (3 - i)]; turned_round[2 * i + 1] = cabin[2 * (3 - i) + 1]; }
  prism(s, g, v1(0), turned_round, 4, w * .86f, pane);
  soft_box(s, f, v(0, top, (roof_front + roof_back) * .5f * l), v(w * .87f, .03f, (roof_front - roof_back) * .5f * l + .03f), .028f, body);
  for (int i = -1; i <= 1; i += 2) {
    V a = v(i * w * .85f, top, roof_front * l), b = v(i * w * .88f, belt, nose * l), e = v(i * w * .85f, top, roof_back * l), d = v(i * w * .88f, belt, tail * l);
    rod(s, f, a, b, .035f, body); rod(s, f, e, d, .05f, body);
    rod(s, f, v(i * w * .86f, top, -.1f * l), v(i * w * .89f, belt, -.12f * l), .035f, body);
    ball(s, f, v(i * w * .72f, front * .82f, l * .95f), v(.16f, .09f, .08f), glowing(s, v(1, .97f, .9f), PICK(s, 0, 0, 1.5f)));
    soft_box(s, f, v(i * w * .8f, belt * .82f, -l * .985f), v(.13f, .08f, .04f), .03f, glowing(s, v(.6f, .02f, .02f), PICK(s, .2f, .2f, 1.5f)));
    soft_box(s, f, v(i * (w + .1f), belt + .06f, nose * l * .75f), v(.1f, .07f, .05f), .04f, body);
  }
  for (int i = -1; i <= 1; i += 2) {
    box(s, f, v(0, .48f, i * l * 1.0f), v(.26f, .06f, .012f), plain(s, v1(.7f)));
    box(s, f, v(0, .36f, i * l * .97f), v(w * .95f, .1f, .08f), dark);
  }
  wheels(s, f, w - .08f, l * .6f, r);
}

void van(Scene *s, Frame f, float length, float height) {
  bool bus = length > 4;
  V c = bus ? color(s, -1, .7f, .3f, .9f) : neutral(s, .3f, .97f);
  int body = new_material(s, (Material){.a = c, .b = v1(.03f), .c = color(s, -1, .7f, .2f, .9f), .pattern = chance(s, .5f) ? LABEL : PLAIN, .p = rnd(s, .1f, .3f), .q = rnd(s, .35f, .5f), .scale = .5f, .gloss = .4f, .shine = 40, .dirt = rnd(s, 0, .3f)});
  int pane = new_material(s, (Material){.a = v1(.03f), .gloss = .8f, .shine = 80, .mirror = rnd(s, .1f, .3f)}), dark = plain(s, v1(.02f));
  float w = bus ? 1.25f : rnd(s, .9f, 1.1f), y = (height + .35f) * .5f;
  bool cab = !bus && chance(s, .6f);
  float back = cab ? length * .7f : length;
  soft_box(s, f, v(0, y, -length + back), v(w, (height - .35f) * .5f, back), .08f, body);
  if (cab) {
    soft_box(s, f, v(0, .95f, length * .6f), v(w * .95f, .6f, length * .38f), .15f, body);
    soft_box(s, f, v(0, 1.55f, length * .5f), v(w * .9f, .38f, length * .26f), .15f, pane);
  } else sheet(s, f, v(0, height * .68f, length + .006f), w * .88f, height * .18f, pane);
  for (int i = -1; i <= 1; i += 2) {
    Frame g = inside(f, v(i * (w + .006f), height * .68f, 0), i * PI / 2);
    if (bus) for (int j = 0, n = (int)(length / .75f); j < n; j++) sheet(s, g, v(-length + (j + .5f) * 2 * length / n, 0, 0), length / n * .86f, height * .16f, pane);
    else sheet(s, g, v(-i * length * (cab ? 0 : .65f), cab ? 20 : 0, 0), length * .2f, height * .13f, pane);
    ball(s, f, v(i * w * .75f, .7f, length * .985f), v(.13f, .1f, .06f), glowing(s, v(1, .95f, .9f), .3f));
    box(s, f, v(i * w * .88f, .9f, -length - .01f), v(.07f, .2f, .02f), plain(s, v(.4f, .02f, .02f)));
  }
  box(s, f, v(0, .4f, 0), v(w * .9f, .12f, length * .98f), dark);
  wheels(s, f, w - .1f, length * .62f, bus ? .48f : .36f);
}

void cyclist(Scene *s, Frame f, bool ridden) {
  int m = metal(s), rubber = plain(s, v1(.02f));
  for (int i = -1; i <= 1; i += 2) {
    ring(s, tilted(f, v(0, .34f, i * .5f), 0, 0, PI / 2), v1(0), .32f, .02f, 4, rubber);
    for (int j = 0; j < 3; j++) { float a = j * PI / 3 + i; rod(s, f, v(0, .34f + .3f * sinf(a), i * .5f + .3f * cosf(a)), v(0, .34f - .3f * sinf(a), i * .5f - .3f * cosf(a)), .004f, m); }
  }
  V hub = v(0, .3f, -.05f), seat = v(0, .88f, -.25f), bar = v(0, .95f, .38f);
  rod(s, f, hub, seat, .018f, m); rod(s, f, hub, v(0, .8f, .36f), .018f, m); rod(s, f, v(0, .8f, -.22f), v(0, .82f, .36f), .018f, m);
  rod(s, f, v(0, .34f, -.5f), hub, .012f, m); rod(s, f, v(0, .34f, -.5f), seat, .012f, m); rod(s, f, v(0, .34f, .5f), bar, .016f, m);
  rod(s, f, v(-.25f, 1, .36f), v(.25f, 1, .36f), .015f, m);
  ball(s, f, add(seat, v(0, .04f, 0)), v(.08f, .04f, .13f), rubber);
  if (!ridden) return;
  Clothes c = dressed(s);
  for (int i = -1; i <= 1; i += 2) {
    V knee = v(i * .1f, .62f + i * .12f, .12f);
    stick(s, f, v(i * .09f, .95f, -.22f), knee, .085f, .06f, c.trousers);
    stick(s, f, knee, v(i * .1f, .3f + i * .14f, -.02f), .06f, .04f, c.trousers);
    stick(s, f, v(i * .18f, 1.4f, .05f), v(i * .23f, 1.02f, .34f), .05f, .04f, c.top);
  }
  stick(s, f, v(0, .92f, -.24f), v(0, 1.45f, .03f), .16f, .17f, c.top);
  head(s, f, v(0, 1.66f, .1f), .13f);
  if (chance(s, .5f)) ball(s, f, v(0, 1.72f, .09f), v(.12f, .1f, .15f), plastic(s));
}
