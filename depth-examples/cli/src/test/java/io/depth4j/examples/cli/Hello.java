package io.depth4j.examples.cli;

/** The smallest program there is: what starting a JVM costs. */
final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("Hello");
    }
}
