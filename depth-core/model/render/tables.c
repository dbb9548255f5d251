// Things on a table, from level with it to straight above, with a wall or clutter behind.
#include "family.h"
#include "things.h"

static void lit(Scene *s, float dist) {
  V warm = v(1, rnd(s, .82f, 1), rnd(s, .6f, 1.1f));
  float level = rnd(s, .2f, .8f);
  s->bounce = s->up = mul(warm, level);
  s->down = mul(warm, level * .5f);
  s->reach = dist * rnd(s, .2f, .6f);
  for (int i = 1 + below(s, 3); i > 0; i--) {
    float e = rnd(s, 1, 2.5f), a = rnd(s, 0, 6.3f), y = rnd(s, .7f, 2);
    V at = v(e * cosf(a), y, -fabsf(e * sinf(a)) * rnd(s, -.3f, 1));
    float d2 = dot(at, at);
    if (chance(s, .5f)) {  // a window or a soft box
      M m = along(unit(at));
      float half = rnd(s, .1f, .7f);
      V x = mul(m.x, half), w = mul(m.z, half);
      if (dot(cross(x, w), at) > 0) x = mul(x, -1);
      add_light(s, (Light){PANEL, at, x, w, mul(warm, rnd(s, .2f, 1.1f) * (d2 + .2f)), .2f});
    } else add_light(s, (Light){BALL, at, v1(0), v1(0), mul(warm, rnd(s, .2f, 1) * (d2 + .1f)), rnd(s, .02f, .2f)});
  }
}

void build_table(Scene *s) {
  bool level = chance(s, .45f);
  float dist = logrnd(s, .35f, 1.8f), pitch = level ? rnd(s, -.4f, .06f) : rnd(s, -1.35f, -.35f), ext = dist * rnd(s, .5f, 1.5f), size = dist * rnd(s, .07f, .3f);
  int top = chance(s, .45f) ? wood(s) : chance(s, .3f) ? fabric(s) : anything(s, ext);
  bool wide = chance(s, .5f);
  Frame f = frame(v1(0), rnd(s, 0, 6));
  float edge = wide ? 12 : ext * rnd(s, .9f, 1.6f);
  if (wide) sheet(s, tilted(f, v1(0), 0, -PI / 2, 0), v1(0), edge, edge, top);
  else box(s, inside(f, v(0, -.015f, 0), 0), v1(0), v(edge, .015f, edge), top);
  float floor_y = wide ? -.01f : -rnd(s, .3f, .85f);
  if (!wide) sheet(s, tilted(frame(v(0, floor_y, 0), 0), v1(0), 0, -PI / 2, 0), v1(0), 12, 12, flooring(s));
  float back = wide ? ext * rnd(s, .5f, 2) : fmaxf(edge * 1.45f, ext * rnd(s, .8f, 3)), turn = gauss(s) * .25f;
  int behind = chance(s, .5f) ? paint(s) : anything(s, 1);
  sheet(s, tilted(frame(v(0, 0, back), PI + turn), v1(0), 0, gauss(s) * .04f, 0), v1(0), 25, 12, behind);
  sheet(s, frame(v(0, 0, -12), 0), v1(0), 25, 12, behind)->casts = false;
  if (chance(s, .45f)) { float side = sign(s); sheet(s, frame(v(side * fmaxf(wide ? 0 : edge * 1.45f, ext * rnd(s, .8f, 2)), 0, 0), -side * PI / 2 + gauss(s) * .2f), v1(0), 12, 12, chance(s, .5f) ? behind : paint(s)); }
  if (!wide && chance(s, .5f)) for (int i = 1 + below(s, 3); i > 0; i--) {  // a room behind
    Frame g = frame(v(rnd(s, -1.5f, 1.5f), floor_y, fminf(back - .3f, edge * 1.45f + rnd(s, .3f, 1.2f))), PI + gauss(s) * .4f);
    float k = uniform(&s->rng);
    if (k < .4f) chair(s, g); else if (k < .7f) cupboard(s, g, .4f, rnd(s, .6f, 1.6f), .2f); else pot_plant(s, g, rnd(s, .6f, 1.5f));
  }
  float spread = fminf(ext * .8f, edge * .8f);
  crowd(s, frame(v1(0), 0), spread, spread * .8f, 3 + below(s, level ? 14 : 22), size);
  if (chance(s, .4f)) for (int i = 1 + below(s, 5); i > 0; i--) { float w = dist * rnd(s, .15f, .7f); board(s, frame(v(rnd(s, -1, 1) * spread, 0, rnd(s, .1f, 1) * spread), PI), w, w * rnd(s, .5f, 1.3f)); }
  if (chance(s, .35f)) book_row(s, frame(v(rnd(s, -.5f, .5f) * spread, 0, rnd(s, .2f, .8f) * spread), PI + gauss(s) * .3f), dist * rnd(s, .2f, .7f), fminf(.3f, dist * .35f), .2f);
  if (chance(s, .3f)) cloth(s, frame(v(rnd(s, -.6f, .6f) * spread, 0, rnd(s, -.3f, .8f) * spread), rnd(s, 0, 6)), dist * rnd(s, .4f, 1.3f), dist * rnd(s, .4f, 1.2f), dist * rnd(s, .03f, .25f));
  if (chance(s, .25f)) pot_plant(s, frame(v(rnd(s, -.6f, .6f) * spread, 0, rnd(s, 0, .7f) * spread), 0), dist * rnd(s, .3f, .8f));
  if (chance(s, .2f)) statue_head(s, frame(v(rnd(s, -.5f, .5f) * spread, 0, rnd(s, -.2f, .5f) * spread), PI + gauss(s) * .5f), dist * rnd(s, .25f, .5f));
  float yaw = gauss(s) * .3f;
  V at = v1(0);
  for (int i = 0; i < 25; i++) {
    V aim = v(rnd(s, -.25f, .25f) * ext, level ? rnd(s, .2f, .9f) * size : rnd(s, 0, .1f), rnd(s, -.2f, .25f) * ext);
    V d = v(sinf(yaw) * cosf(pitch), sinf(pitch), cosf(yaw) * cosf(pitch));
    at = mad(aim, d, -dist * (1 + .04f * i));
    at.y = fmaxf(at.y, .06f * dist + .02f);
    if (!blocked(s, at, .09f * dist)) break;
  }
  look(s, at, yaw, pitch, gauss(s) * .08f, rnd(s, 32, 72));
  lit(s, dist);
  s->near_depth = .13f * dist + .05f; s->near_share = .25f;
}

void build_closeup(Scene *s) {
  float k = uniform(&s->rng), size = logrnd(s, .12f, 1.2f);
  Frame f = frame(v1(0), PI + gauss(s) * .6f);
  int ground = chance(s, .5f) ? wood(s) : chance(s, .5f) ? fabric(s) : anything(s, size);
  bool floor = true;
  float mid = .5f;
  if (k < .25f) { size = rnd(s, .35f, .5f); bust(s, inside(f, v(0, -.1f, 0), gauss(s) * .3f), size); floor = false; mid = .75f; if (chance(s, .3f)) bust(s, inside(f, v(sign(s) * rnd(s, .5f, .9f), -.15f, rnd(s, -.6f, .3f)), 0), size); }
  else if (k < .45f) { size = rnd(s, .4f, 1.2f); animal(s, inside(f, v1(0), gauss(s)), size); mid = .45f; }
  else if (k < .62f) { size = rnd(s, .2f, .9f); chance(s, .5f) ? leafy(s, f, size, 25 + below(s, 40)) : pot_plant(s, f, size); if (chance(s, .6f)) for (int i = 0; i < 3; i++) leafy(s, inside(f, v(gauss(s) * size, 0, gauss(s) * size), 0), size * rnd(s, .6f, 1.2f), 20); }
  else if (k < .8f) { size = rnd(s, .12f, .35f); for (int i = 1 + below(s, 4); i > 0; i--) plate_of_food(s, inside(f, v(gauss(s) * size * .8f, .001f * i, gauss(s) * size * .8f), 0), size * rnd(s, .35f, .6f)); crowd(s, f, size, size, 1 + below(s, 5), size * .4f); mid = .1f; }
  else if (k < .9f) { cloth(s, f, size * 3, size * 3, size * rnd(s, .2f, .6f)); crowd(s, f, size * .6f, size * .6f, below(s, 4), size * .5f); mid = .2f; }
  else { clutter(s, f, size); crowd(s, f, size, size, 1 + below(s, 5), size * rnd(s, .3f, .8f)); }
  if (floor) sheet(s, tilted(frame(v1(0), 0), v1(0), 0, -PI / 2, 0), v1(0), 12, 12, ground);
  float back = size * rnd(s, .8f, 6);
  bool outside = chance(s, .3f) && size > .3f;
  if (outside) { open_air(s); s->fog = 0; for (int i = 0; i < 7; i++) { Frame g = frame(v(gauss(s) * 5, floor ? 0 : -1, rnd(s, 2, 14)), 0); chance(s, .5f) ? bush(s, g, rnd(s, .6f, 2)) : tree(s, g, rnd(s, 2, 6)); } if (!floor) sheet(s, tilted(frame(v(0, -1, 0), 0), v1(0), 0, -PI / 2, 0), v1(0), 300, 300, foliage(s, 2)); }
  else { sheet(s, frame(v(0, 0, back), PI + gauss(s) * .3f), v1(0), 25, 12, chance(s, .5f) ? paint(s) : anything(s, size)); sheet(s, frame(v(0, 0, -12), 0), v1(0), 30, 12, paint(s))->casts = false; }
  float dist = size * rnd(s, .9f, 2), pitch = mid < .3f ? rnd(s, -1.2f, -.4f) : rnd(s, -.6f, .1f), yaw = gauss(s) * .3f;
  V at = v1(0);
  for (int i = 0; i < 25; i++) {
    V aim = v(gauss(s) * .15f * size, size * mid, 0), d = v(sinf(yaw) * cosf(pitch), sinf(pitch), cosf(yaw) * cosf(pitch));
    at = mad(aim, d, -dist * (1 + .06f * i));
    if (floor) at.y = fmaxf(at.y, .05f * size + .02f);
    if (!blocked(s, at, .12f * size)) break;
  }
  look(s, at, yaw, pitch, gauss(s) * .1f, rnd(s, 35, 70));
  if (!outside) lit(s, dist);
  s->near_depth = .1f * size + .03f; s->near_share = .3f;
}

// Things before and behind each other that fill the picture, seen level and from afar: little or no floor tells depth.
void build_display(Scene *s) {
  float dist = logrnd(s, .6f, 3), fov = rnd(s, 24, 58), half = tanf(fov * PI / 360), far = dist * rnd(s, 1.15f, 2.6f), foot = -half * rnd(s, .45f, 1);
  int layers = 2 + below(s, 5);
  sheet(s, tilted(frame(v(0, 0, far), PI + gauss(s) * .25f), v1(0), 0, gauss(s) * .1f, 0), v1(0), 25, 12, chance(s, .4f) ? paint(s) : anything(s, far * half));
  sheet(s, frame(v(0, 0, -12), 0), v1(0), 30, 12, paint(s))->casts = false;
  if (chance(s, .5f)) sheet(s, tilted(frame(v(0, foot * dist, 0), 0), v1(0), 0, -PI / 2, 0), v1(0), 12, 12, chance(s, .5f) ? flooring(s) : anything(s, dist));
  if (chance(s, .25f)) { float side = sign(s); sheet(s, frame(v(side * far * half * rnd(s, .6f, 1.1f), 0, far), -side * rnd(s, .5f, 1.3f)), v1(0), 12, 12, chance(s, .5f) ? paint(s) : anything(s, dist)); }
  for (int layer = 0; layer < layers && s->shape_count < 900; layer++) {
    float z = far - (far - dist * .75f) * (layer + rnd(s, .2f, 1)) / layers, wide = z * half;
    for (int i = 1 + below(s, 4); i > 0; i--) {
      float x = rnd(s, -1.05f, 1.05f) * wide, size = wide * logrnd(s, .25f, 1.1f), y = foot * z + (chance(s, .5f) ? 0 : rnd(s, 0, .7f) * wide), k = uniform(&s->rng);
      Frame f = frame(v(x, y, z + gauss(s) * .03f * z), PI + gauss(s) * .5f);
      if (y > foot * z) box(s, inside(f, v(0, (foot * z - y) / 2, 0), 0), v1(0), v(size * rnd(s, .3f, .8f), (y - foot * z) / 2, size * rnd(s, .2f, .5f)), anything(s, size));  // what it stands on
      if (k < .2f) board(s, f, size * rnd(s, .6f, 1.6f), size * rnd(s, .7f, 1.6f));
      else if (k < .28f) sheet(s, tilted(f, v(0, size * .5f, 0), gauss(s) * .5f, gauss(s) * .3f, gauss(s) * .4f), v1(0), size * rnd(s, .4f, 1), size * rnd(s, .4f, 1), picture_of(s, size, size));
      else if (k < .38f) book_row(s, f, size * rnd(s, .6f, 2), size * rnd(s, .4f, .9f), size * .5f);
      else if (k < .45f) statue_head(s, f, size);
      else if (k < .52f) cone(s, f, v(0, size * .5f, 0), size * rnd(s, .2f, .5f), size * rnd(s, 0, .1f), size * .5f, anything(s, size));
      else if (k < .6f) cloth(s, tilted(f, v(0, size * .3f, 0), 0, rnd(s, .3f, 1.4f), 0), size * 2, size * rnd(s, 1, 2), size * rnd(s, .1f, .4f));
      else if (k < .67f) chance(s, .5f) ? pot_plant(s, f, size) : leafy(s, f, size, 20);
      else if (k < .72f) chair(s, f);
      else if (k < .77f) toy(s, f, size);
      else clutter(s, f, size);
    }
  }
  look(s, v(0, 0, chance(s, .5f) ? 0 : -dist * rnd(s, 0, .3f)), gauss(s) * .05f, gauss(s) * .08f, gauss(s) * .04f, fov);
  lit(s, dist);
  s->near_depth = .2f * dist; s->near_share = .15f;
}

void build_abstract(Scene *s) {
  float far = rnd(s, 3, 20);
  sheet(s, tilted(frame(v(0, 0, far), PI), v1(0), gauss(s) * .4f, gauss(s) * .3f, 0), v1(0), 90, 90, anything(s, far * .3f));
  sheet(s, frame(v(0, 0, -20), 0), v1(0), 90, 90, anything(s, 3))->casts = false;
  if (chance(s, .7f)) sheet(s, tilted(frame(v(0, -rnd(s, .4f, 2.5f), 0), 0), v1(0), 0, -PI / 2 + gauss(s) * .08f, gauss(s) * .08f), v1(0), 90, 90, anything(s, 1.5f));
  if (chance(s, .3f)) { float side = sign(s); sheet(s, frame(v(side * rnd(s, 1, 4), 0, 0), -side * PI / 2 + gauss(s) * .3f), v1(0), 90, 90, anything(s, 2)); }
  for (int i = 6 + below(s, 45); i > 0; i--) {
    float z = logrnd(s, .8f, far), size = z * logrnd(s, .03f, .3f);
    Frame f = {v(rnd(s, -.9f, .9f) * z, rnd(s, -.8f, .7f) * z, z), turned(rnd(s, 0, 6), chance(s, .6f) ? rnd(s, 0, 6) : 0, chance(s, .6f) ? rnd(s, 0, 6) : 0)};
    V h = mul(v(rnd(s, .2f, 1), rnd(s, .2f, 1.4f), rnd(s, .2f, 1)), size);
    int m = anything(s, size);
    switch (below(s, 11)) {
      case 0: case 1: box(s, f, v1(0), h, m); break;
      case 2: soft_box(s, f, v1(0), h, h.x * .4f, m); break;
      case 3: ball(s, f, v1(0), h, m); break;
      case 4: cone(s, f, v1(0), h.x, h.x * rnd(s, 0, 1.5f), h.y, m); break;
      case 5: rod(s, f, v(0, -h.y, 0), v(0, h.y, 0), h.x * .4f, m); break;
      case 6: ring(s, f, v1(0), h.x, h.x * rnd(s, .1f, .4f), chance(s, .5f) ? 4 : rnd(s, .8f, 2.8f), m); break;
      case 7: sheet(s, f, v1(0), h.x, h.y, m)->a = PICK(s, 0, 0, 1, 2); break;
      case 8: cloth(s, f, h.x * 2, h.y * 2, size * .4f); break;
      case 9: { float xy[] = {-h.x, -h.y, h.x, -h.y * .6f, h.x * .6f, h.y, -h.x * .5f, h.y}; prism(s, f, v1(0), xy, 4, h.z, m); break; }
      default: clump(s, f, v1(0), h, .45f, 4 / size, m);
    }
  }
  look(s, v1(0), 0, gauss(s) * .1f, gauss(s) * .1f, rnd(s, 40, 90));
  lit(s, far);
  for (int i = 0; i < s->light_count; i++) { s->lights[i].at = mul(s->lights[i].at, 2); s->lights[i].color = mul(s->lights[i].color, 5); }
  if (chance(s, .3f)) { s->fog = logrnd(s, .02f, .12f); s->fog_color = v1(rnd(s, .3f, 1)); }
  s->near_depth = .3f;
}
