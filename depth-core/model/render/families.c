#include "family.h"

const Family FAMILIES[] = {
    {"room", .36f, build_room},           {"table", .15f, build_table},     {"street", .18f, build_street},   {"corridor", .05f, build_corridor},
    {"landscape", .05f, build_landscape}, {"closeup", .07f, build_closeup}, {"display", .10f, build_display}, {"abstract", .04f, build_abstract},
};
const int FAMILY_COUNT = sizeof(FAMILIES) / sizeof(FAMILIES[0]);
