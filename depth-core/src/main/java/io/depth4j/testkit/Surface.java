package io.depth4j.testkit;

/** Something that a ray can meet. */
interface Surface {

    /** Where the ray meets this surface, or the hit that was found before if that is nearer or nothing is met. */
    Hit hit(Ray ray, Hit before);
}
