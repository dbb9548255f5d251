// The library: pictures of made-up scenes with their depth. Any number of threads may draw at once.
#ifndef RENDER_H
#define RENDER_H
#include <stdint.h>

#define RENDER_API __attribute__((visibility("default")))  // all else stays inside

RENDER_API int families(void);
RENDER_API const char *family_name(int family);
// crops of photos for surfaces, count squares of side pixels (a power of two); set before the first picture
RENDER_API void set_textures(const uint8_t *rgb, int count, int side);
// the same seed draws the same picture; family -1 draws by the mix; returns the family, or -1 when memory is short
// rgb: height x width x 3; inverse_depth: height x width, 1 over metres along the optical axis, 0 = sky
RENDER_API int render_picture(uint64_t seed, int family, int width, int height, uint8_t *rgb, float *inverse_depth);
#endif
