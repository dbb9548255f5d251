// A tree of boxes over a scene's shapes: which one does a ray hit first, and is anything in the way.
#ifndef TREE_H
#define TREE_H
#include "scene.h"

typedef struct { V lo, hi; int first, count; } Node;  // count 0: children at first and first + 1
typedef struct { Node nodes[2 * MAX_SHAPES]; int16_t order[MAX_SHAPES]; int used; } Tree;

void tree_build(Tree *t, const Scene *s);
int tree_nearest(const Tree *t, const Scene *s, Ray r, float *limit, int skip);  // shape or -1; limit becomes its t
bool tree_blocked(const Tree *t, const Scene *s, Ray r, float limit, int *last);  // last: what was in the way before, tried first; -1 none
#endif
