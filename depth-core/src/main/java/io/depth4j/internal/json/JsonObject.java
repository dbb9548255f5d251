package io.depth4j.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An object of a JSON document. What is missing, unknown or of another type is told with the whole name of its field. */
public final class JsonObject {

    private static final JsonFactory SPECS = factory(1_000_000);
    private static final JsonFactory LISTS = factory(100_000_000);

    private final String path;
    private final Map<String, Object> fields;

    private JsonObject(String path, Map<String, Object> fields) {
        this.path = path;
        this.fields = fields;
    }

    private static JsonFactory factory(long longest) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(10_000)
                        .maxDocumentLength(longest)
                        .build())
                .build();
    }

    /** The object that a document is. */
    public static JsonObject parse(String json) {
        return parse(json, SPECS);
    }

    /** The object that a document of many entries is. */
    public static JsonObject parseLong(String json) {
        return parse(json, LISTS);
    }

    private static JsonObject parse(String json, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedInputException("The JSON should be one object, found " + parser.currentToken());
            }
            Map<String, Object> fields = object(parser);
            if (parser.nextToken() != null) {
                throw new MalformedInputException(
                        "The JSON should end after its object, found " + parser.currentToken());
            }
            return new JsonObject("", fields);
        } catch (JsonProcessingException e) {
            // What exceeds a limit is told without its place.
            String place =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new MalformedInputException("The JSON is damaged" + place + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_STRING -> parser.getText();
            // What no long can hold is kept as it is, to be told with the name of its field.
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : Long.valueOf(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw new MalformedInputException(
                        "'" + field(parser.getParsingContext()) + "' should hold a value, found " + parser.getText());
        };
    }

    private static String field(JsonStreamContext place) {
        return place.pathAsPointer().toString().substring(1).replace('/', '.');
    }

    /** Refuses a field that nobody asks for, which a slip of the pen would otherwise hide. */
    public void allowOnly(String... names) {
        Set<String> known = Set.of(names);
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new MalformedInputException(
                        "'" + path + name + "' is no field here, expected " + Arrays.toString(names));
            }
        }
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String string(String name) {
        return typed(name, String.class, "a string");
    }

    public Optional<String> optionalString(String name) {
        return has(name) ? Optional.of(string(name)) : Optional.empty();
    }

    public boolean bool(String name) {
        return typed(name, Boolean.class, "true or false");
    }

    public double number(String name) {
        Object value = typed(name, Number.class, "a number");
        double number = ((Number) value).doubleValue();
        if (!Double.isFinite(number)) {
            throw wrong(name, "a finite number", value);
        }
        return number;
    }

    public long whole(String name) {
        return typed(name, Long.class, "a whole number");
    }

    public int integer(String name) {
        long value = whole(name);
        if (value != (int) value) {
            throw wrong(name, "a whole number below 2^31", value);
        }
        return (int) value;
    }

    public List<Double> numbers(String name) {
        List<?> values = typed(name, List.class, "a list of numbers");
        List<Double> numbers = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                throw wrong(name, "a list of numbers", values);
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    /** The constant that is written in lower case with hyphens. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = string(name);
        for (E constant : type.getEnumConstants()) {
            if (text.equals(name(constant))) {
                return constant;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(JsonObject::name).collect(Collectors.joining(", "));
        throw wrong(name, "one of " + known, text);
    }

    /** How a constant is written in JSON. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public JsonObject object(String name) {
        Map<String, Object> inner = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : ((Map<?, ?>) typed(name, Map.class, "an object")).entrySet()) {
            inner.put((String) field.getKey(), field.getValue());
        }
        return new JsonObject(path + name + ".", inner);
    }

    /** The objects of a list. */
    public List<JsonObject> objects(String name) {
        List<?> values = typed(name, List.class, "a list of objects");
        List<JsonObject> objects = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects", value);
            }
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((field, each) -> inner.put((String) field, each));
            objects.add(new JsonObject(path + name + "[" + objects.size() + "].", inner));
        }
        return objects;
    }

    public Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** The names of the fields. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** A complaint about a field whose value is of the right type and yet wrong. */
    public MalformedInputException wrong(String name, String expected) {
        return wrong(name, expected, typed(name, Object.class, expected));
    }

    private <T> T typed(String name, Class<T> type, String expected) {
        Object value = fields.get(name);
        if (value == null) {
            throw new MalformedInputException("'" + path + name + "' is missing, expected " + expected);
        }
        if (!type.isInstance(value)) {
            throw wrong(name, expected, value);
        }
        return type.cast(value);
    }

    private MalformedInputException wrong(String name, String expected, Object found) {
        String shown = found instanceof String ? "'" + found + "'" : found.toString();
        return new MalformedInputException("'" + path + name + "' should be " + expected + ", found " + shown);
    }
}
