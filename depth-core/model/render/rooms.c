// Rooms with what belongs into them, and corridors.
#include "family.h"
#include "things.h"

typedef struct { float w, d, h; } Room;  // half width, half depth, height; centred on the floor

// the middle of wall `side` (far, left, right, near), facing inwards
static Frame wall_frame(const Room *r, int side) {
  switch (side) {
    case 0: return frame(v(0, 0, r->d), PI);
    case 1: return frame(v(-r->w, 0, 0), PI / 2);
    case 2: return frame(v(r->w, 0, 0), -PI / 2);
    default: return frame(v(0, 0, -r->d), 0);
  }
}
static float half_of(const Room *r, int side) { return side == 0 || side == 3 ? r->w : r->d; }

static void window_light(Scene *s, Frame f, float w, float h, float strength) {
  V c = mul(v(.85f, .95f, 1.05f), strength * w * h * 4);
  V x = out(f.axes, v(w, 0, 0)), y = out(f.axes, v(0, h, 0));
  if (dot(cross(x, y), f.axes.z) < 0) x = mul(x, -1);
  add_light(s, (Light){PANEL, place(f, v(0, 0, .12f)), x, y, c, .15f});
}

// a second room behind an opening: walls, something in it
static void beyond(Scene *s, Frame f, float h, int wall, int floor) {
  float w = rnd(s, 1.2f, 2.2f), d = rnd(s, 1, 2.5f);
  sheet(s, inside(f, v(0, h / 2, -2 * d - .1f), 0), v1(0), w, h / 2, wall);
  for (int i = -1; i <= 1; i += 2) sheet(s, inside(f, v(i * w, h / 2, -d - .1f), -i * PI / 2), v1(0), d, h / 2, wall);
  sheet(s, tilted(f, v(0, 0, -d - .1f), 0, -PI / 2, 0), v1(0), w, d + .1f, floor);
  sheet(s, tilted(f, v(0, h, -d - .1f), 0, PI / 2, 0), v1(0), w, d + .1f, wall);
  Frame g = inside(f, v(rnd(s, -.5f, .5f) * w, 0, -2 * d + .3f), 0);
  float k = uniform(&s->rng);
  if (k < .35f) cupboard(s, g, .5f, rnd(s, .6f, 1.9f), .25f);
  else if (k < .6f) table(s, g, .6f, .4f, .74f, 3);
  else if (k < .75f) sofa(s, g, .7f);
  else pot_plant(s, g, rnd(s, .8f, 1.6f));
  if (chance(s, .5f)) window(s, inside(f, v(rnd(s, -.4f, .4f) * w, 1.5f, -2 * d - .09f), 0), .4f, .5f, rnd(s, .5f, 2));
}

static void dress_wall(Scene *s, const Room *r, int side, bool bare, float glow) {
  Frame f = wall_frame(r, side);
  float half = half_of(r, side), a = -half + .3f;
  while (a < half - .5f) {
    float k = uniform(&s->rng), w = .3f;
    if (k < .3f) {
      w = rnd(s, .15f, .6f);
      float h = w * rnd(s, .5f, 1.4f), y = rnd(s, 1.35f, 1.75f);
      Frame g = inside(f, v(a + w, y, .006f), 0);
      if (chance(s, .7f)) box(s, g, v1(0), v(w + .025f, h + .025f, .012f), chance(s, .5f) ? wood(s) : plain(s, neutral(s, .02f, .9f)));
      sheet(s, g, v(0, 0, .0135f), w, h, chance(s, .1f) ? new_material(s, (Material){.a = v1(.7f), .mirror = .85f, .gloss = .3f, .shine = 80}) : picture_of(s, 2 * w, 2 * h));
    } else if (k < .5f && !bare) {
      w = rnd(s, .35f, .9f);
      float h = rnd(s, .4f, .65f);
      Frame g = inside(f, v(a + w + .1f, rnd(s, 1.35f, 1.6f), 0), 0);
      window(s, g, w, h, glow);
      if (s->light_count < 2) window_light(s, g, w, h, glow * rnd(s, .5f, 1.2f));
      if (chance(s, .4f)) radiator(s, inside(f, v(a + w + .1f, 0, 0), 0), w * .9f);
      w += .2f;
    } else if (k < .62f) { w = rnd(s, .38f, .46f); door(s, inside(f, v(a + w + .08f, 0, 0), 0), w, rnd(s, 1.95f, 2.1f)); w += .1f; }
    else if (k < .7f) {
      w = rnd(s, .3f, .6f);
      float y = rnd(s, 1.2f, 1.8f);
      box(s, f, v(a + w, y, .13f), v(w, .012f, .12f), wood(s));
      Frame g = inside(f, v(a + w, y + .012f, .12f), 0);
      if (chance(s, .5f)) book_row(s, g, w * 1.8f, .28f, .2f); else crowd(s, g, w * .8f, .03f, 2 + below(s, 3), .2f);
    } else if (k < .74f) { box(s, f, v(a + .1f, 1.1f, .006f), v(.04f, .04f, .008f), plain(s, v1(.75f))); w = .1f; }
    else if (k < .78f) { tube(s, tilted(f, v(a + .2f, 1.9f, .02f), 0, PI / 2, 0), v1(0), .15f, .02f, picture_of(s, .3f, .3f)); w = .2f; }
    else w = rnd(s, .1f, .4f);
    a += 2 * w + rnd(s, .1f, .7f);
  }
}

static void pipes(Scene *s, const Room *r) {
  int m = metal(s);
  for (int i = 1 + below(s, 4); i > 0; i--) {
    float x = rnd(s, -r->w, r->w), y = r->h - rnd(s, .08f, .35f), e = rnd(s, .02f, .12f);
    rod(s, frame(v1(0), 0), v(x, y, -r->d), v(x, y, r->d), e, m);
    if (chance(s, .5f)) rod(s, frame(v1(0), 0), v(x, y, r->d - .15f), v(x, 0, r->d - .15f), e, m);
  }
}

typedef enum { LIVING, OFFICE, KITCHEN, BEDROOM, DINING, STORE } Use;

static void seats_round(Scene *s, Frame f, float w, float d) {
  for (int i = 0; i < 4; i++) {
    if (chance(s, .25f)) continue;
    float a = i * PI / 2, e = (i & 1 ? w : d) + rnd(s, .05f, .4f);
    chair(s, inside(f, v(sinf(a) * e, 0, cosf(a) * e), a + PI + gauss(s) * .3f));
  }
}

static void furnish(Scene *s, Use use, Frame f, bool at_wall) {
  float k = uniform(&s->rng);
  if (k < .05f) { person(s, inside(f, v(0, 0, .3f), gauss(s)), rnd(s, 1.5f, 1.9f)); return; }
  if (k < .1f) { pot_plant(s, inside(f, v(0, 0, .3f), 0), rnd(s, .5f, 1.7f)); return; }
  if (k < .13f) { animal(s, inside(f, v(0, 0, .4f), rnd(s, 0, 6)), rnd(s, .35f, .8f)); return; }
  if (k < .2f) { carton(s, inside(f, v(0, 0, .3f), gauss(s) * .3f), rnd(s, .3f, .7f)); return; }
  k = uniform(&s->rng);
  switch (use) {
    case LIVING:
      if (k < .3f) sofa(s, inside(f, v(0, 0, .5f), 0), rnd(s, .42f, 1.1f));
      else if (k < .48f) table(s, inside(f, v(0, 0, .6f), 0), rnd(s, .35f, .6f), rnd(s, .25f, .4f), rnd(s, .35f, .5f), 2 + below(s, 4));
      else if (k < .65f) bookcase(s, inside(f, v(0, 0, .17f), 0), rnd(s, .3f, .8f), rnd(s, .8f, 2.2f), rnd(s, .12f, .17f));
      else if (k < .78f) { cupboard(s, inside(f, v(0, 0, .25f), 0), rnd(s, .5f, .9f), rnd(s, .4f, .6f), .22f); screen(s, inside(f, v(0, .58f, .25f), 0), rnd(s, .7f, 1.2f)); }
      else if (k < .88f) floor_lamp(s, inside(f, v(0, 0, .25f), 0));
      else cupboard(s, inside(f, v(0, 0, .25f), 0), rnd(s, .3f, .7f), rnd(s, .7f, 1.9f), .22f);
      break;
    case OFFICE:
      if (k < .5f) {
        desk(s, inside(f, v(0, 0, .42f), 0), rnd(s, .55f, .95f));
        Frame g = inside(f, v(rnd(s, -.3f, .3f), 0, rnd(s, .85f, 1.25f)), PI + gauss(s) * .6f);
        chance(s, .8f) ? office_chair(s, g) : chair(s, g);
        if (chance(s, .25f)) sitter(s, g, .5f);
      } else if (k < .75f) bookcase(s, inside(f, v(0, 0, .18f), 0), rnd(s, .35f, .8f), rnd(s, 1, 2.2f), .16f);
      else if (k < .9f) cupboard(s, inside(f, v(0, 0, .25f), 0), rnd(s, .2f, .6f), rnd(s, .6f, 1.9f), .23f);
      else office_chair(s, inside(f, v(0, 0, .6f), rnd(s, 0, 6)));
      break;
    case KITCHEN:
      if (at_wall && k < .6f) kitchen_row(s, inside(f, v(0, 0, .31f), 0), rnd(s, .8f, 1.8f));
      else if (k < .8f) { Frame g = inside(f, v(0, 0, .9f), 0); float w = rnd(s, .4f, .7f), d = rnd(s, .35f, .5f); table(s, g, w, d, .75f, 3 + below(s, 5)); seats_round(s, g, w, d); }
      else cupboard(s, inside(f, v(0, 0, .28f), 0), rnd(s, .3f, .6f), rnd(s, .8f, 2), .26f);
      break;
    case BEDROOM:
      if (k < .4f) {
        float w = rnd(s, .42f, .9f);
        bed(s, inside(f, v(0, 0, 1.1f), 0), w);
        if (chance(s, .6f)) { cupboard(s, inside(f, v(w + .35f, 0, .25f), 0), .22f, .5f, .2f); table_lamp(s, inside(f, v(w + .35f, .5f, .25f), 0), .4f); }
      } else if (k < .75f) cupboard(s, inside(f, v(0, 0, .3f), 0), rnd(s, .4f, 1), rnd(s, .7f, 2.1f), .28f);
      else if (k < .85f) desk(s, inside(f, v(0, 0, .42f), 0), .5f);
      else chair(s, inside(f, v(0, 0, .5f), gauss(s)));
      break;
    case DINING:
      if (k < .5f) { Frame g = inside(f, v(0, 0, 1), 0); float w = rnd(s, .5f, 1), d = rnd(s, .4f, .5f); table(s, g, w, d, rnd(s, .7f, .78f), 3 + below(s, 6)); seats_round(s, g, w, d); }
      else if (k < .8f) cupboard(s, inside(f, v(0, 0, .25f), 0), rnd(s, .4f, .9f), rnd(s, .8f, 1.9f), .23f);
      else bookcase(s, inside(f, v(0, 0, .18f), 0), rnd(s, .3f, .7f), rnd(s, .9f, 2), .15f);
      break;
    default:
      if (k < .5f) rack(s, inside(f, v(0, 0, .3f), 0), rnd(s, .4f, .9f), rnd(s, 1.2f, 2.1f), rnd(s, .18f, .28f));
      else if (k < .75f) crowd(s, inside(f, v(0, 0, .5f), 0), .5f, .3f, 3, .5f);
      else table(s, inside(f, v(0, 0, .5f), 0), .7f, .35f, .85f, 5);
  }
}

static void shell(Scene *s, const Room *r, int wall, int floor, int ceiling, int opening) {
  for (int i = 0; i < 4; i++) {
    Frame f = wall_frame(r, i);
    float half = half_of(r, i);
    int m = chance(s, .15f) ? paint(s) : wall;
    Shape *q = sheet(s, f, v(0, r->h / 2, 0), half, r->h / 2, m);
    if (i == opening) {
      float w = rnd(s, .4f, .75f), h = rnd(s, 2, 2.15f), a = rnd(s, -.7f, .7f) * (half - w - .1f);
      float *hole = room_for(s, 4);
      hole[0] = a; hole[1] = h / 2 - r->h / 2; hole[2] = w; hole[3] = h / 2;
      q->data = hole; q->count = 1;
      int trim = plain(s, neutral(s, .6f, .97f));
      for (int k = -1; k <= 1; k += 2) box(s, f, v(a + k * (w + .02f), h / 2, -.05f), v(.02f, h / 2, .07f), trim);
      box(s, f, v(a, h + .02f, -.05f), v(w + .04f, .02f, .07f), trim);
      beyond(s, inside(f, v(a, 0, 0), 0), r->h, wall, chance(s, .6f) ? floor : flooring(s));
      if (chance(s, .5f)) door(s, inside(f, v(a - w * .95f, 0, w), PI / 2 + rnd(s, -.4f, .4f)), w, h - .03f);
    } else if (chance(s, .8f)) box(s, f, v(0, .045f, .006f), v(half, .045f, .008f), plain(s, neutral(s, .5f, .95f)));
  }
  sheet(s, tilted(frame(v1(0), 0), v1(0), 0, -PI / 2, 0), v1(0), r->w, r->d, floor);
  sheet(s, tilted(frame(v(0, r->h, 0), 0), v1(0), 0, PI / 2, 0), v1(0), r->w, r->d, ceiling);
}

static void lamps(Scene *s, const Room *r, float power) {
  V warm = v(1, rnd(s, .8f, 1), rnd(s, .55f, 1.05f));
  int n = 1 + below(s, 2);
  for (int i = 0; i < n && s->light_count < MAX_LIGHTS; i++) {
    V at = v(rnd(s, -.6f, .6f) * r->w, r->h, rnd(s, -.6f, .6f) * r->d);
    Frame f = frame(at, 0);
    float k = uniform(&s->rng);
    V c = mul(warm, power * rnd(s, 1, 4));
    if (k < .4f) {
      float w = rnd(s, .1f, .3f), d = rnd(s, .3f, .7f);
      box(s, f, v(0, -.02f, 0), v(w, .02f, d), glowing(s, warm, 3))->casts = false;
      add_light(s, (Light){PANEL, add(at, v(0, -.06f, 0)), v(w, 0, 0), v(0, 0, d), c, .4f});
    } else if (k < .75f) { float drop = rnd(s, .2f, 1); hanging_lamp(s, f, drop); add_light(s, (Light){BALL, add(at, v(0, -drop - .1f, 0)), v1(0), v1(0), c, .12f}); }
    else add_light(s, (Light){BALL, v(at.x, rnd(s, .8f, r->h - .2f), at.z), v1(0), v1(0), c, .15f});
  }
}

static V see_from(Scene *s, const Room *r, float low, float high) {
  V p = v1(0);
  for (int i = 0; i < 30; i++) {
    p = v(rnd(s, -.85f, .85f) * r->w, rnd(s, low, high), -r->d + rnd(s, .04f, .4f) * 2 * r->d);
    p.z = fmaxf(p.z, -r->d + .15f);
    if (!blocked(s, p, i < 20 ? .22f : .05f)) break;
  }
  return p;
}

void build_room(Scene *s) {
  Use use = (int)PICK(s, LIVING, LIVING, OFFICE, OFFICE, KITCHEN, KITCHEN, BEDROOM, BEDROOM, DINING, STORE);
  Room r = {rnd(s, 1.2f, 3.6f), rnd(s, 1.4f, 4.2f), use == STORE ? rnd(s, 2, 3) : rnd(s, 2.3f, 3.2f)};
  int wall = use == STORE && chance(s, .5f) ? (chance(s, .5f) ? brick(s) : stone(s)) : paint(s), floor = flooring(s);
  int ceiling = chance(s, .75f) ? plain(s, neutral(s, .75f, .98f)) : chance(s, .5f) ? tiles(s, .6f) : wood(s);
  float day = use == STORE ? rnd(s, 0, .5f) : chance(s, .65f) ? rnd(s, .8f, 3) : rnd(s, 0, .4f), power = day > .7f ? rnd(s, .1f, .7f) : rnd(s, .6f, 1.5f);
  shell(s, &r, wall, floor, ceiling, chance(s, .5f) ? below(s, 3) : -1);
  for (int i = 0; i < 4; i++) dress_wall(s, &r, i, use == STORE, day);
  lamps(s, &r, power);
  int n = 4 + below(s, 11);
  float along_wall[4] = {0, 0, 0, 0};
  for (int i = 0; i < 4; i++) along_wall[i] = -half_of(&r, i) + rnd(s, .3f, 1);
  for (int i = 0; i < n && s->shape_count < 750; i++) {
    if (chance(s, .75f)) {  // side by side along a wall
      int side = (int)PICK(s, 0, 0, 1, 2, 3);
      float a = along_wall[side] + rnd(s, .35f, .8f);
      if (a > half_of(&r, side) - .4f) continue;
      furnish(s, use, inside(wall_frame(&r, side), v(a, 0, .02f), 0), true);
      along_wall[side] = a + rnd(s, .6f, 1.2f);
    } else furnish(s, use, frame(v(rnd(s, -.6f, .6f) * r.w, 0, rnd(s, -.4f, .7f) * r.d), below(s, 4) * PI / 2 + gauss(s) * .2f), false);
  }
  for (int i = below(s, 10); i > 0; i--) clutter(s, frame(v(rnd(s, -.9f, .9f) * r.w, 0, rnd(s, -.7f, .9f) * r.d), rnd(s, 0, 6)), rnd(s, .1f, .5f));
  if (chance(s, .35f)) box(s, frame(v(rnd(s, -.4f, .4f) * r.w, .006f, rnd(s, -.4f, .5f) * r.d), gauss(s) * .15f), v1(0), v(rnd(s, .4f, 1.2f), .006f, rnd(s, .5f, 1.4f)), fabric(s));
  if (chance(s, .12f)) stairs(s, inside(wall_frame(&r, 1 + below(s, 2)), v(rnd(s, -.5f, .5f) * r.d, 0, .6f + 2.4f), 0), .45f);
  if (use == STORE || chance(s, .1f)) pipes(s, &r);
  V at = see_from(s, &r, .7f, 1.9f), to = v(rnd(s, -.8f, .8f) * r.w, 0, rnd(s, 0, 1) * r.d);
  float yaw = chance(s, .75f) ? atan2f(to.x - at.x, to.z - at.z) : rnd(s, -1.3f, 1.3f);
  look(s, at, yaw, clamp(-.2f + gauss(s) * .22f, -.75f, .28f), gauss(s) * .06f, clamp(64 + gauss(s) * 14, 38, 100));
  if (chance(s, .3f)) {  // something close by, cut by the picture's edge
    Frame g = {at, yawed(yaw)};
    float z = rnd(s, .45f, 1), side = sign(s);
    V p = place(g, v(side * z * rnd(s, .5f, .9f), 0, z));
    if (chance(s, .5f)) { p.y = 0; chair(s, frame(p, rnd(s, 0, 6))); } else { p.y = at.y - z * rnd(s, .5f, .8f); box(s, frame(p, yaw), v(0, -.02f, 0), v(.3f, .02f, .25f), wood(s)); clutter(s, frame(p, yaw), rnd(s, .12f, .3f)); }
  }
  V tint = blend(material(s, wall)->mean, material(s, floor)->mean, .4f);
  float level = .25f + .25f * day + .5f * power;
  s->bounce = mul(blend(v1(1), tint, .4f), level * rnd(s, .6f, 1.2f));
  s->up = s->down = mul(s->bounce, .6f);
  s->reach = rnd(s, .4f, 1.5f);
  s->near_depth = .3f; s->near_share = .3f;
}

void build_corridor(Scene *s) {
  Room r = {rnd(s, .7f, 1.6f), rnd(s, 4, 13), rnd(s, 2.2f, 3.4f)};
  int wall = chance(s, .2f) ? brick(s) : paint(s), floor = flooring(s);
  float day = rnd(s, 0, 1.5f), power = rnd(s, .4f, 1.3f);
  shell(s, &r, wall, floor, chance(s, .7f) ? plain(s, neutral(s, .6f, .97f)) : tiles(s, .6f), chance(s, .6f) ? below(s, 3) : -1);
  for (int i = 0; i < 3; i++) dress_wall(s, &r, i, chance(s, .5f), day);
  lamps(s, &r, power);
  int panels = 2 + below(s, 5), glow = glowing(s, v(1, .97f, .9f), rnd(s, 1, 3));
  for (int i = 0; i < panels; i++) {
    V at = v(0, r.h - .015f, -r.d + 2 * r.d * (i + .5f) / panels);
    box(s, frame(at, 0), v1(0), v(.12f, .015f, .5f), glow)->casts = false;
    add_light(s, (Light){PANEL, add(at, v(0, -.03f, 0)), v(.12f, 0, 0), v(0, 0, .5f), v1(power * 2), .4f});
  }
  for (int i = below(s, 9); i > 0; i--) {
    int side = 1 + below(s, 2);
    furnish(s, (int)PICK(s, OFFICE, STORE, LIVING), inside(wall_frame(&r, side), v(rnd(s, -.7f, .95f) * r.d, 0, -.05f), 0), true);
  }
  for (int i = below(s, 4); i > 0; i--) person(s, frame(v(rnd(s, -.6f, .6f) * r.w, 0, rnd(s, -.6f, .9f) * r.d), rnd(s, 0, 6)), rnd(s, 1.5f, 1.9f));
  if (chance(s, .3f)) pipes(s, &r);
  look(s, see_from(s, &r, .9f, 1.9f), gauss(s) * .22f, clamp(-.1f + gauss(s) * .13f, -.4f, .15f), gauss(s) * .05f, rnd(s, 45, 90));
  s->bounce = mul(blend(v1(1), material(s, wall)->mean, .4f), rnd(s, .3f, .9f) * (.4f + power));
  s->up = s->down = mul(s->bounce, .6f);
  s->reach = rnd(s, .5f, 1.5f);
  s->near_depth = .35f; s->near_share = .3f;
}
