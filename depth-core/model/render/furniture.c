// What stands, hangs and is built into rooms.
#include "things.h"

void table(Scene *s, Frame f, float w, float d, float h, int things) {
  int m = chance(s, .75f) ? wood(s) : anything(s, w), leg_m = chance(s, .6f) ? m : metal(s);
  float t = rnd(s, .012f, .03f), r = rnd(s, .015f, .045f);
  if (chance(s, .2f)) tube(s, f, v(0, h - t, 0), fminf(w, d), t, m), w = d = fminf(w, d) * .7f;
  else if (chance(s, .3f)) soft_box(s, f, v(0, h - t, 0), v(w, t, d), t * .9f, m);
  else box(s, f, v(0, h - t, 0), v(w, t, d), m);
  float k = uniform(&s->rng), y = h - 2 * t;
  if (k < .7f) {
    bool round = chance(s, .4f);
    for (int i = 0; i < 4; i++) {
      float x = (i & 1 ? 1 : -1) * (w - r - .02f), z = (i & 2 ? 1 : -1) * (d - r - .02f);
      if (round) stick(s, f, v(x, 0, z), v(x, y, z), r * .7f, r, leg_m);
      else box(s, f, v(x, y / 2, z), v(r, y / 2, r), leg_m);
    }
    if (chance(s, .6f)) for (int i = -1; i <= 1; i += 2) {
      box(s, f, v(0, y - .04f, i * (d - r - .02f)), v(w - r, .04f, .01f), m);
      box(s, f, v(i * (w - r - .02f), y - .04f, 0), v(.01f, .04f, d - r), m);
    }
  } else if (k < .85f) {
    tube(s, f, v(0, y / 2, 0), r * 1.3f, y / 2, leg_m);
    cone(s, f, v(0, .03f, 0), fminf(w, d) * .6f, r, .03f, leg_m);
  } else for (int i = -1; i <= 1; i += 2) box(s, f, v(i * w * .85f, y / 2, 0), v(.015f, y / 2, d * .85f), leg_m);
  if (chance(s, .2f)) { float a = rnd(s, .2f, .6f); sheet(s, tilted(f, v(0, h + .002f, 0), rnd(s, -.3f, .3f), -PI / 2, 0), v1(0), w * a, d * a, fabric(s)); }
  crowd(s, inside(f, v(0, h, 0), 0), w * .85f, d * .8f, things, rnd(s, .1f, .25f));
}

void chair(Scene *s, Frame f) {
  float w = rnd(s, .19f, .25f), h = rnd(s, .42f, .48f), back = rnd(s, .35f, .6f), r = rnd(s, .012f, .022f), lean = rnd(s, .03f, .14f);
  int m = chance(s, .6f) ? wood(s) : chance(s, .5f) ? plastic(s) : metal(s), seat = chance(s, .5f) ? m : fabric(s);
  soft_box(s, f, v(0, h - .02f, 0), v(w, rnd(s, .012f, .035f), w), .012f, seat);
  for (int i = -1; i <= 1; i += 2) {
    V top = v(i * w * .9f, h + back, -w - lean);
    rod(s, f, v(i * w * .9f, 0, -w * 1.05f), v(i * w * .9f, h, -w * .92f), r, m);
    rod(s, f, v(i * w * .9f, h, -w * .92f), top, r, m);
    rod(s, f, v(i * w * .9f, 0, w * .92f), v(i * w * .9f, h - .02f, w * .9f), r, m);
    if (chance(s, .4f)) rod(s, f, v(i * w * .9f, h * .4f, -w), v(i * w * .9f, h * .4f, w * .9f), r * .7f, m);
  }
  float k = uniform(&s->rng);
  if (k < .35f) for (int i = 0, n = 2 + below(s, 3); i < n; i++) {  // slats across
    float e = (i + 1.f) / n;
    soft_box(s, tilted(f, v(0, h + back * e - .03f, -w * .92f - (lean + w * .08f) * e), 0, -.15f, 0), v1(0), v(w * .9f, .028f, .008f), .007f, m);
  } else if (k < .6f) {  // slats upright
    for (int i = -2; i <= 2; i++) rod(s, f, v(i * w * .32f, h, -w * .93f), v(i * w * .34f, h + back * .95f, -w - lean * .95f), r * .55f, m);
    rod(s, f, v(-w * .95f, h + back, -w - lean), v(w * .95f, h + back, -w - lean), r * 1.3f, m);
  } else soft_box(s, tilted(f, v(0, h + back * .62f, -w - lean * .6f), 0, -lean / back, 0), v1(0), v(w * .92f, back * .36f, .018f), .016f, seat);
}

void office_chair(Scene *s, Frame f) {
  int m = fabric(s), dark = plain(s, neutral(s, .02f, .4f));
  float h = rnd(s, .44f, .54f), w = rnd(s, .22f, .27f), back = rnd(s, .3f, .42f);
  soft_box(s, f, v(0, h, 0), v(w, .045f, w), .04f, m);
  soft_box(s, tilted(f, v(0, h + back + .1f, -w), 0, -.12f, 0), v1(0), v(w * .9f, back * .8f, .04f), .038f, m);
  box(s, f, v(0, h + .08f, -w - .01f), v(.03f, .12f, .012f), dark);
  tube(s, f, v(0, h * .5f, 0), .03f, h * .42f, dark);
  for (int i = 0; i < 5; i++) {
    float a = i * 2 * PI / 5, x = .28f * cosf(a), z = .28f * sinf(a);
    rod(s, f, v(0, .11f, 0), v(x, .07f, z), .02f, dark);
    ball(s, f, v(x, .03f, z), v1(.03f), dark);
  }
  if (chance(s, .6f)) for (int i = -1; i <= 1; i += 2) {
    rod(s, f, v(i * w, h, 0), v(i * (w + .04f), h + .2f, 0), .015f, dark);
    soft_box(s, f, v(i * (w + .04f), h + .21f, .02f), v(.03f, .015f, .12f), .014f, dark);
  }
}

void sofa(Scene *s, Frame f, float w) {
  int m = fabric(s), m2 = chance(s, .7f) ? m : fabric(s);
  float d = rnd(s, .4f, .5f), h = rnd(s, .36f, .46f), arm = rnd(s, .06f, .13f), r = rnd(s, .02f, .07f);
  soft_box(s, f, v(0, h * .4f, 0), v(w, h * .32f, d), r * .6f, m);
  int n = w < .55f ? 1 : w < .85f ? 2 : 3;
  for (int i = 0; i < n; i++) {
    float x = (2 * i + 1 - n) * (w - arm) / n;
    soft_box(s, f, v(x, h * .88f, .06f), v((w - arm) / n * .985f, h * .18f, d - .08f), r, m2);
    soft_box(s, tilted(f, v(x, h + .22f, -d + .2f), 0, -.2f, 0), v1(0), v((w - arm) / n * .97f, rnd(s, .18f, .24f), .08f), r, m2);
  }
  soft_box(s, f, v(0, h * .95f, -d + .08f), v(w, h * .85f, .09f), r, m);
  for (int i = -1; i <= 1; i += 2) {
    soft_box(s, f, v(i * (w + arm * .3f), h * .75f, 0), v(arm, h * .65f, d), r, m);
    for (int j = -1; j <= 1; j += 2) tube(s, f, v(i * w * .9f, h * .05f, j * d * .85f), .02f, h * .05f, plain(s, v1(.03f)));
  }
  for (int i = below(s, 4); i > 0; i--) {
    float e = rnd(s, .16f, .25f);
    ball(s, tilted(f, v(rnd(s, -w, w) * .75f, h * 1.06f + e * .85f, -d + .38f), gauss(s) * .4f, -.35f, gauss(s) * .6f), v1(0), v(e, e * .85f, .09f), fabric(s));
  }
  if (chance(s, .2f)) sitter(s, inside(f, v(rnd(s, -w, w) * .6f, 0, .05f), gauss(s) * .1f), h * 1.05f);
}

void bed(Scene *s, Frame f, float w) {
  float l = rnd(s, .95f, 1.05f), h = rnd(s, .35f, .6f);
  int frame_m = wood(s), linen = fabric(s), cover = fabric(s);
  box(s, f, v(0, h * .35f, 0), v(w, h * .2f, l), frame_m);
  for (int i = 0; i < 4; i++) box(s, f, v((i & 1 ? 1 : -1) * (w - .04f), h * .1f, (i & 2 ? 1 : -1) * (l - .04f)), v(.035f, h * .1f, .035f), frame_m);
  soft_box(s, f, v(0, h * .75f, 0), v(w * .98f, h * .25f, l * .98f), .06f, linen);
  soft_box(s, f, v(0, h * .82f, l * .25f), v(w * 1.02f, h * .24f, l * .74f), .05f, cover);
  if (chance(s, .6f)) cloth(s, inside(f, v(0, h * 1.05f, l * .3f), 0), w * 1.9f, l * 1.2f, rnd(s, .05f, .2f));
  float hb = rnd(s, .2f, .7f);
  soft_box(s, f, v(0, h + hb * .3f, -l - .03f), v(w * 1.03f, hb * .7f + h * .3f, .03f), .02f, chance(s, .5f) ? frame_m : cover);
  int n = w > .6f ? 2 : 1;
  for (int i = 0; i < n; i++)
    soft_box(s, tilted(f, v((2 * i + 1 - n) * w * .5f, h * 1.08f, -l + .26f), gauss(s) * .1f, rnd(s, -.5f, 0), 0), v1(0), v(w / n * .8f, .085f, .2f), .08f, chance(s, .5f) ? linen : fabric(s));
  if (chance(s, .3f)) toy(s, inside(f, v(rnd(s, -w, w) * .5f, h * 1.06f, rnd(s, -.3f, .5f)), rnd(s, 0, 6)), rnd(s, .2f, .45f));
}

void cupboard(Scene *s, Frame f, float w, float h, float d) {
  int m = chance(s, .6f) ? wood(s) : chance(s, .5f) ? plain(s, neutral(s, .4f, .97f)) : plastic(s), knob = metal(s);
  float foot = chance(s, .4f) ? rnd(s, .04f, .15f) : .01f, gap = .006f;
  box(s, f, v(0, foot + (h - foot) / 2, -.01f), v(w, (h - foot) / 2, d - .01f), m);
  if (foot > .03f) for (int i = 0; i < 4; i++) box(s, f, v((i & 1 ? 1 : -1) * (w - .03f), foot / 2, (i & 2 ? 1 : -1) * (d - .04f)), v(.02f, foot / 2, .02f), m);
  int cols = 1 + (int)(w / rnd(s, .25f, .45f)), rows = h > 1.3f ? 1 + below(s, 2) : 1 + below(s, 4);
  if (cols * rows > 12) rows = 1;
  float cw = 2 * w / cols, rh = (h - foot) / rows;
  for (int i = 0; i < cols; i++)
    for (int j = 0; j < rows; j++) {
      V c = v(-w + cw * (i + .5f), foot + rh * (j + .5f), d);
      box(s, f, c, v(cw / 2 - gap, rh / 2 - gap, .012f), m);
      bool drawer = rh < cw * .8f;
      if (chance(s, .8f)) {
        if (drawer) rod(s, f, v(c.x - cw * .12f, c.y, d + .03f), v(c.x + cw * .12f, c.y, d + .03f), .007f, knob);
        else ball(s, f, v(c.x + ((i & 1) ? -1 : 1) * cw * .4f, c.y, d + .025f), v1(.016f), knob);
      }
    }
  if (h < 1.6f) crowd(s, inside(f, v(0, h, 0), 0), w * .85f, d * .6f, below(s, 5), rnd(s, .12f, .35f));
  else if (chance(s, .4f)) carton(s, inside(f, v(rnd(s, -w, w) * .5f, h, 0), gauss(s) * .2f), .45f);
}

void bookcase(Scene *s, Frame f, float w, float h, float d) {
  int m = chance(s, .7f) ? wood(s) : plain(s, neutral(s, .3f, .97f));
  float t = rnd(s, .009f, .018f);
  for (int i = -1; i <= 1; i += 2) box(s, f, v(i * (w - t), h / 2, 0), v(t, h / 2, d), m);
  if (chance(s, .8f)) box(s, f, v(0, h / 2, -d + .006f), v(w, h / 2, .006f), m);
  int n = 2 + (int)(h / rnd(s, .28f, .42f));
  float step = (h - .06f) / (n - 1);
  for (int i = 0; i < n; i++) {
    float y = .06f + step * i - t;
    box(s, f, v(0, y, 0), v(w - 2 * t, t, d), m);
    if (i == n - 1 && chance(s, .5f)) continue;
    Frame g = inside(f, v(0, y + t, 0), 0);
    float k = uniform(&s->rng), room = i < n - 1 ? step - 2 * t : .35f;
    if (k < .6f) { float part = rnd(s, .4f, 1); book_row(s, inside(g, v((part - 1) * (w - 2 * t) * sign(s), 0, 0), 0), 2 * (w - 2 * t) * part, room * .95f, 2 * d * .85f); if (part < .7f) crowd(s, inside(g, v(0, 0, d * .2f), 0), .05f, d * .2f, 1, room * .5f); }
    else if (k < .9f) for (int j = 0, c = 1 + below(s, 4); j < c; j++) {
      float e = 2 * (w - 2 * t) / c, size = fminf(room * .8f, e * .85f);
      clutter(s, inside(g, v(-w + 2 * t + e * (j + .5f), 0, 0), gauss(s) * .2f), fminf(size, 2 * d * .8f));
    }
  }
}

void desk(Scene *s, Frame f, float w) {
  float d = rnd(s, .3f, .42f), h = rnd(s, .7f, .78f);
  table(s, f, w, d, h, below(s, 6));
  Frame g = inside(f, v(0, h, 0), 0);
  for (int i = 0, n = 1 + below(s, 3); i < n; i++) screen(s, inside(g, v(rnd(s, -.6f, .6f) * w, 0, -d * .45f), gauss(s) * .3f), rnd(s, .35f, .65f));
  if (chance(s, .8f)) {
    float x = rnd(s, -.3f, .3f) * w;
    int m = new_material(s, (Material){.pattern = CHECKS, .a = v1(.03f), .b = v1(.06f), .scale = .02f});
    box(s, inside(g, v(x, .012f, d * .4f), gauss(s) * .1f), v1(0), v(.2f, .012f, .07f), m);
    ball(s, g, v(x + .3f, .015f, d * .4f), v(.03f, .018f, .05f), plain(s, v1(.05f)));
  }
  for (int i = below(s, 5); i > 0; i--) {
    int m = new_material(s, (Material){.pattern = TEXT, .a = neutral(s, .85f, .98f), .b = v1(.06f), .c = v1(.05f), .scale = .02f});
    sheet(s, tilted(g, v(rnd(s, -w, w) * .8f, .003f + .001f * i, rnd(s, -.2f, .8f) * d), rnd(s, -.5f, .5f), -PI / 2, 0), v1(0), .105f, .148f, m);
  }
  if (chance(s, .5f)) { float x = sign(s) * (w - .25f); cupboard(s, inside(f, v(x, 0, 0), 0), .2f, h - .06f, d * .9f); }
  if (chance(s, .3f)) book_pile(s, inside(g, v(rnd(s, -.8f, .8f) * w, 0, 0), gauss(s)), .3f);
}

void kitchen_row(Scene *s, Frame f, float width) {
  float d = .3f, h = rnd(s, .86f, .94f), x = -width;
  int front = chance(s, .5f) ? wood(s) : plain(s, chance(s, .6f) ? neutral(s, .5f, .97f) : color(s, -1, .5f, .3f, .9f)), top = chance(s, .5f) ? stone(s) : wood(s), grip = metal(s), dark = plain(s, neutral(s, .02f, .2f));
  material(s, top)->gloss = .3f; material(s, top)->shine = 40;
  bool hung = chance(s, .75f);
  if (chance(s, .5f)) {  // a fridge at the end
    float fw = rnd(s, .28f, .35f), fh = rnd(s, 1.4f, 2);
    int m = chance(s, .5f) ? metal(s) : plain(s, neutral(s, .8f, .97f));
    soft_box(s, f, v(width + fw + .02f, fh / 2, .02f), v(fw, fh / 2, d + .04f), .02f, m);
    box(s, f, v(width + fw + .02f, fh * .62f, d + .06f), v(fw, .004f, .004f), dark);
    for (int i = -1; i <= 1; i += 2) rod(s, f, v(width + .09f, fh * (.62f + i * .06f), d + .09f), v(width + .09f, fh * (.62f + i * .25f), d + .09f), .01f, grip);
  }
  box(s, f, v(0, h - .02f, .015f), v(width, .02f, d + .02f), top);
  box(s, f, v(0, .05f, -.03f), v(width, .05f, d - .03f), dark);
  sheet(s, f, v(0, (h + 1.45f) / 2, -d + .004f), width, (1.45f - h) / 2, tiles(s, .12f));
  while (x < width - .2f) {
    float w = fminf(rnd(s, .2f, .35f), (width - x) / 2), c = x + w;
    float k = uniform(&s->rng);
    box(s, f, v(c, .1f + (h - .14f) / 2, 0), v(w, (h - .14f) / 2, d - .02f), front);
    if (k < .2f) {  // cooker
      box(s, f, v(c, h * .5f, d), v(w - .01f, h * .3f, .01f), dark);
      rod(s, f, v(c - w * .8f, h * .83f, d + .04f), v(c + w * .8f, h * .83f, d + .04f), .01f, grip);
      box(s, f, v(c, h + .003f, 0), v(w * .95f, .004f, d * .9f), dark);
      for (int i = 0; i < 4; i++) {
        tube(s, f, v(c + (i & 1 ? .45f : -.45f) * w, h + .01f, (i & 2 ? .4f : -.4f) * d), .07f, .006f, plain(s, v1(.05f)));
        tube(s, tilted(f, v(c + (i - 1.5f) * w * .4f, h * .92f, d), 0, PI / 2, 0), v1(0), .018f, .03f, grip);
      }
      if (chance(s, .6f)) { Shape *q = tube(s, f, v(c - .4f * w, h + .09f, -.4f * d), .1f, .07f, grip); q->c = 1; rod(s, f, v(c - .4f * w, h + .13f, -.4f * d + .1f), v(c - .3f * w, h + .15f, d * .5f), .01f, dark); }
      if (hung) { hull(s, f, v(c, 1.75f, -.05f), v(w, .2f, d), (float[]){1, 0, 0, w, -1, 0, 0, w, 0, -1, 0, .2f, 0, 1, 0, .2f, 0, 0, -1, d * .8f, 0, .6f, .8f, d * .6f}, 6, grip); box(s, f, v(c, 2.2f, -.12f), v(.13f, .3f, .13f), grip); }
    } else {
      box(s, f, v(c, .1f + (h - .14f) / 2, d - .015f), v(w - .006f, (h - .16f) / 2, .012f), front);
      rod(s, f, v(c - .06f, h - .12f, d + .02f), v(c + .06f, h - .12f, d + .02f), .007f, grip);
      if (k < .4f) {  // sink
        box(s, f, v(c, h + .002f, 0), v(w * .85f, .004f, d * .75f), grip);
        box(s, f, v(c, h + .004f, 0), v(w * .7f, .004f, d * .6f), plain(s, v1(.08f)));
        rod(s, f, v(c, h, -d * .7f), v(c, h + .25f, -d * .7f), .014f, grip);
        ring(s, tilted(f, v(c, h + .25f, -d * .35f), 0, 0, PI / 2), v1(0), d * .34f, .012f, PI, grip);
      } else if (chance(s, .7f)) crowd(s, inside(f, v(c, h, -.05f), 0), w * .5f, d * .5f, 1 + below(s, 2), rnd(s, .15f, .32f));
    }
    if (hung && k >= .2f) {
      box(s, f, v(c, 1.8f, -d + .16f), v(w, .35f, .16f), front);
      box(s, f, v(c, 1.8f, -d + .33f), v(w - .006f, .345f, .01f), front);
      rod(s, f, v(c + w * .7f, 1.5f, -d + .36f), v(c + w * .7f, 1.6f, -d + .36f), .007f, grip);
    }
    x += 2 * w;
  }
}

void floor_lamp(Scene *s, Frame f) {
  float h = rnd(s, 1.3f, 1.8f), r = rnd(s, .14f, .25f);
  int m = metal(s);
  tube(s, f, v(0, .015f, 0), .15f, .015f, m);
  rod(s, f, v(0, 0, 0), v(0, h, 0), .012f, m);
  cone(s, f, v(0, h, 0), r, r * rnd(s, .4f, .9f), r * .8f, glowing(s, v(1, .88f, .65f), rnd(s, 0, 2)))->c = 1;
}

void radiator(Scene *s, Frame f, float w) {
  float h = rnd(s, .25f, .4f);
  int m = plain(s, neutral(s, .75f, .97f)), n = (int)(w * 2 / .08f);
  if (n > 14) { material(s, m)->pattern = STRIPES; material(s, m)->scale = .06f; material(s, m)->p = .2f; material(s, m)->b = mul(material(s, m)->a, .6f); box(s, f, v(0, .15f + h, .07f), v(w, h, .04f), m); return; }
  for (int i = 0; i < n; i++) soft_box(s, f, v(-w + (i + .5f) * 2 * w / n, .12f + h, .08f), v(w / n * .8f, h, .05f), .02f, m);
}

void stairs(Scene *s, Frame f, float w) {
  int m = wood(s), m2 = chance(s, .5f) ? m : plain(s, neutral(s, .6f, .95f)), n = 6 + below(s, 10);
  float rise = rnd(s, .16f, .19f), run = rnd(s, .24f, .3f);
  for (int i = 0; i < n; i++) {
    box(s, f, v(0, rise * (i + 1) * .5f, -run * (i + .5f)), v(w, rise * (i + 1) * .5f, run * .5f), m2);
    box(s, f, v(0, rise * (i + 1), -run * (i + .5f) + .015f), v(w + .01f, .015f, run * .5f + .02f), m);
    if (i % 2 == 0) rod(s, f, v(w, rise * (i + 1), -run * (i + .5f)), v(w, rise * (i + 1) + .85f, -run * (i + .5f)), .014f, m2);
  }
  rod(s, f, v(w, rise + .85f, -run * .5f), v(w, rise * n + .85f, -run * (n - .5f)), .03f, m);
}

void rack(Scene *s, Frame f, float w, float h, float d) {
  int m = metal(s);
  for (int i = 0; i < 4; i++) box(s, f, v((i & 1 ? 1 : -1) * w, h / 2, (i & 2 ? 1 : -1) * d), v(.02f, h / 2, .02f), m);
  int n = 3 + below(s, 3);
  for (int i = 0; i < n; i++) {
    float y = .12f + (h - .15f) * i / (n - 1);
    box(s, f, v(0, y, 0), v(w, .015f, d), m);
    for (int j = 0, c = 2 + below(s, 3); j < c; j++) {
      float size = fminf(2 * w / c * .9f, (h - .15f) / (n - 1) * .8f);
      Frame g = inside(f, v(-w + 2 * w * (j + .5f) / c, y + .015f, 0), gauss(s) * .15f);
      if (chance(s, .6f)) carton(s, g, size); else clutter(s, g, size * .8f);
    }
  }
}

void curtain(Scene *s, Frame f, float w, float h) {
  enum { N = 32 };
  float *p = room_for(s, N * N), k = rnd(s, 5, 14), phase = rnd(s, 0, 6);
  for (int j = 0; j < N; j++)
    for (int i = 0; i < N; i++) p[j * N + i] = .035f + .03f * sinf(k * i / (N - 1.f) * 3 + phase + .4f * sinf(j * .2f)) * (.5f + .5f * j / N);
  Frame g = f;
  g.axes = times(f.axes, pitched(PI / 2));  // heights stand out from the wall, depth runs down
  int m = fabric(s);
  field(s, g, v1(0), v(w, .07f, h), p, N, m);
}

void window(Scene *s, Frame f, float w, float h, float glow) {
  V sky = blend(v(.55f, .72f, 1), v1(.95f), uniform(&s->rng));
  int pane = new_material(s, (Material){.pattern = VIEW, .a = sky, .b = mul(sky, rnd(s, .5f, 1)), .c = color(s, PICK(s, .25f, .1f, .3f), .4f, .2f, .6f), .p = rnd(s, -.9f, .3f), .glow = glow, .gloss = .5f, .shine = 80, .mirror = .08f});
  if (texture_count() && chance(s, .3f)) { Material *m = material(s, pane); m->pattern = PHOTO; m->photo = below(s, texture_count()); m->u0 = m->v0 = .5f; m->ku = .4f / w; m->kv = .4f / h; }
  int m = chance(s, .7f) ? plain(s, neutral(s, .7f, .97f)) : wood(s);
  sheet(s, f, v(0, 0, .012f), w, h, pane)->casts = false;
  int bars = below(s, 3);
  for (int i = -1; i <= 1; i += 2) {
    box(s, f, v(i * w, 0, .02f), v(.035f, h + .035f, .03f), m);
    box(s, f, v(0, i * h, .02f), v(w + .035f, .035f, .03f), m);
  }
  for (int i = 1; i <= bars; i++) box(s, f, v(-w + 2 * w * i / (bars + 1), 0, .02f), v(.025f, h, .022f), m);
  if (chance(s, .4f)) box(s, f, v(0, h * rnd(s, -.1f, .4f), .02f), v(w, .02f, .02f), m);
  box(s, f, v(0, -h - .045f, .07f), v(w + .1f, .018f, .09f), m);
  if (chance(s, .3f)) crowd(s, inside(f, v(0, -h - .027f, .09f), 0), w * .8f, .02f, 1 + below(s, 3), .14f);
  float k = uniform(&s->rng);
  if (k < .4f) {
    float drop = chance(s, .5f) ? 1.f : 2.f, cw = rnd(s, .15f, .4f) * w + .12f;
    for (int i = -1; i <= 1; i += 2) curtain(s, inside(f, v(i * (w + .05f), (1 - drop) * h * .5f + .05f, .1f), 0), cw, h * (1 + drop) * .5f + .08f);
    rod(s, f, v(-w - .35f, h + .15f, .13f), v(w + .35f, h + .15f, .13f), .013f, metal(s));
  } else if (k < .55f) {
    int n = 10 + below(s, 8), b = plain(s, neutral(s, .5f, .95f));
    float part = rnd(s, .3f, 1);
    for (int i = 0; i < n; i++) box(s, tilted(f, v(0, h - 2 * h * part * (i + .5f) / n, .08f), 0, .6f, 0), v1(0), v(w, .0015f, h * part / n * .8f), b);
  }
}

void door(Scene *s, Frame f, float w, float h) {
  int m = chance(s, .55f) ? plain(s, neutral(s, .6f, .97f)) : wood(s), trim = chance(s, .6f) ? m : plain(s, neutral(s, .6f, .97f));
  for (int i = -1; i <= 1; i += 2) box(s, f, v(i * (w + .04f), h / 2, .015f), v(.04f, h / 2 + .04f, .02f), trim);
  box(s, f, v(0, h + .04f, .015f), v(w + .08f, .04f, .02f), trim);
  box(s, f, v(0, h / 2, .004f), v(w, h / 2, .008f), m);
  if (chance(s, .6f))
    for (int j = 0, n = 2 + below(s, 2); j < n; j++)
      for (int i = -1; i <= 1; i += 2) box(s, f, v(i * w * .45f, h * (j + .5f) / n, .013f), v(w * .3f, h / n * .36f, .008f), m);
  rod(s, f, v(w * .86f, h * .48f, .05f), v(w * .62f, h * .48f, .05f), .011f, metal(s));
}

void hanging_lamp(Scene *s, Frame f, float drop) {
  int m = glowing(s, v(1, .92f, .75f), rnd(s, .5f, 3));
  rod(s, f, v(0, 0, 0), v(0, -drop, 0), .006f, plain(s, v1(.05f)))->casts = false;
  float r = rnd(s, .1f, .25f);
  Shape *q = chance(s, .5f) ? ball(s, f, v(0, -drop - r * .5f, 0), v(r, r * rnd(s, .4f, 1), r), m) : cone(s, f, v(0, -drop, 0), r, r * .3f, r * .5f, m);
  q->casts = false;
}
