module consumer {
    requires io.depth4j;
}
