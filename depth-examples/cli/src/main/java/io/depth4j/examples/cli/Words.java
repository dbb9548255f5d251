package io.depth4j.examples.cli;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of a closed choice, as words that are typed: {@code eigen-nyu}. */
abstract class Words<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

    private final Class<E> type;

    Words(Class<E> type) {
        this.type = type;
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String word) {
        return EnumSet.allOf(type).stream()
                .filter(value -> of(value).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", this) + ", found '" + word + "'"));
    }

    @Override
    public Iterator<String> iterator() {
        return EnumSet.allOf(type).stream().map(Words::of).iterator();
    }
}
