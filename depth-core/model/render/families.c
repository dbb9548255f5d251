#include "family.h"

const Family FAMILIES[] = {
    {"room", .38f, build_room},           {"table", .20f, build_table},     {"street", .20f, build_street},     {"corridor", .05f, build_corridor},
    {"landscape", .05f, build_landscape}, {"closeup", .07f, build_closeup}, {"abstract", .05f, build_abstract},
};
const int FAMILY_COUNT = sizeof(FAMILIES) / sizeof(FAMILIES[0]);
