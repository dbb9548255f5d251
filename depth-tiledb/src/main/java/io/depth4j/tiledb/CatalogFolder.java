package io.depth4j.tiledb;

import java.util.concurrent.Callable;

/** Where the small files of a catalog lie. */
interface CatalogFolder {

    boolean exists(String name);

    /** What a file is called where all can find it. */
    String told(String name);

    byte[] read(String name);

    /** Makes a file that is there whole or not at all. */
    void write(String name, byte[] content);

    void delete(String name);

    /** Does something that no other writer does meanwhile, in this process or in another. */
    <T> T alone(Callable<T> work) throws Exception;
}
