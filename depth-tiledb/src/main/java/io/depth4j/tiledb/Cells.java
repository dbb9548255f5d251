package io.depth4j.tiledb;

import io.tiledb.java.api.Array;
import io.tiledb.java.api.ArraySchema;
import io.tiledb.java.api.ArrayType;
import io.tiledb.java.api.Attribute;
import io.tiledb.java.api.ByteShuffleFilter;
import io.tiledb.java.api.Context;
import io.tiledb.java.api.Datatype;
import io.tiledb.java.api.Dimension;
import io.tiledb.java.api.Domain;
import io.tiledb.java.api.Filter;
import io.tiledb.java.api.FilterList;
import io.tiledb.java.api.LZ4Filter;
import io.tiledb.java.api.Layout;
import io.tiledb.java.api.NativeArray;
import io.tiledb.java.api.Pair;
import io.tiledb.java.api.Query;
import io.tiledb.java.api.QueryStatus;
import io.tiledb.java.api.QueryType;
import io.tiledb.java.api.SubArray;
import io.tiledb.java.api.TileDBError;
import io.tiledb.java.api.ZstdFilter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The dense arrays of a segment: {@code [image_id, depth_index, pixel]} for what every pixel has, {@code [image_id, depth_index]}
 * for what every row has.
 */
final class Cells {

    /** How values are packed. */
    enum Packing {
        /** As they are: for bytes. */
        PLAIN,
        /** First bytes first: for numbers of several bytes. */
        SHUFFLED,
        /** Likewise, and looser, for what is read in bulk. */
        QUICK
    }

    /** One value for each pixel or each row. */
    record Attributed(String name, Datatype type, Packing packing, Object fill) {}

    /** The same rows of slots that lie side by side, one for most. */
    record Block(long slot, int slots, long first, int rows, int width) {

        Block(long slot, long first, int rows, int width) {
            this(slot, 1, first, rows, width);
        }

        /** All its rows. */
        int lines() {
            return slots * rows;
        }

        Block withWidth(int pixels) {
            return new Block(slot, slots, first, rows, pixels);
        }
    }

    static final long SLOTS = 1L << 31;
    private static final long ROWS = 1L << 40;
    /** About what a tile takes before it is compressed. */
    private static final int TILE_BYTES = 150_000;

    private static final int TILE_ROWS = 1000;

    private Cells() {}

    /** Makes an array with {@code width} values a row; with 0 it has no third dimension. */
    static void create(Context context, String uri, int width, int valueBytes, int level, Attributed... attributes)
            throws TileDBError {
        long rows = Math.max(1, Math.min(TILE_ROWS, TILE_BYTES / ((long) Math.max(1, width) * valueBytes)));
        try (Dimension<Long> image = dimension(context, "image_id", SLOTS, 1);
                Dimension<Long> row = dimension(context, "depth_index", ROWS, rows);
                Dimension<Long> pixel = dimension(context, "pixel", Math.max(1, width), Math.max(1, width));
                Domain domain = new Domain(context);
                ArraySchema schema = new ArraySchema(context, ArrayType.TILEDB_DENSE)) {
            domain.addDimension(image);
            domain.addDimension(row);
            if (width > 0) {
                domain.addDimension(pixel);
            }
            schema.setDomain(domain);
            schema.setCellOrder(Layout.TILEDB_ROW_MAJOR);
            schema.setTileOrder(Layout.TILEDB_ROW_MAJOR);
            for (Attributed each : attributes) {
                add(context, schema, each, level);
            }
            Array.create(uri, schema);
        }
    }

    private static Dimension<Long> dimension(Context context, String name, long length, long tile) throws TileDBError {
        return new Dimension<>(context, name, Long.class, new Pair<>(0L, length - 1), tile);
    }

    private static void add(Context context, ArraySchema schema, Attributed attributed, int level) throws TileDBError {
        List<Filter> filters = new ArrayList<>();
        try (Attribute attribute = new Attribute(context, attributed.name(), attributed.type());
                FilterList list = new FilterList(context)) {
            if (attributed.packing() != Packing.PLAIN) {
                filters.add(new ByteShuffleFilter(context));
            }
            filters.add(
                    attributed.packing() == Packing.QUICK ? new LZ4Filter(context) : new ZstdFilter(context, level));
            for (Filter filter : filters) {
                list.addFilter(filter);
            }
            attribute.setFilterList(list);
            attribute.setFillValue(attributed.fill());
            schema.addAttribute(attribute);
        } finally {
            filters.forEach(Filter::close);
        }
    }

    static void write(Context context, String uri, Block block, List<String> names, List<ByteBuffer> values)
            throws TileDBError {
        try (Array array = new Array(context, uri, QueryType.TILEDB_WRITE);
                Query query = new Query(array, QueryType.TILEDB_WRITE);
                SubArray cells = new SubArray(context, array)) {
            narrow(context, cells, block);
            query.setLayout(Layout.TILEDB_ROW_MAJOR);
            query.setSubarray(cells);
            for (int i = 0; i < names.size(); i++) {
                query.setDataBuffer(names.get(i), values.get(i));
            }
            require(query.submit(), uri);
            query.finalizeQuery();
        }
    }

    static void read(Native.Use use, String uri, Block block, String name, ByteBuffer values) throws TileDBError {
        use.query();
        Array array = use.array(uri);
        try (Query query = new Query(array, QueryType.TILEDB_READ);
                SubArray cells = new SubArray(use.context(), array)) {
            narrow(use.context(), cells, block);
            query.setLayout(Layout.TILEDB_ROW_MAJOR);
            query.setSubarray(cells);
            query.setDataBuffer(name, values);
            require(query.submit(), uri);
        }
    }

    /** All at once: ranges that are added one by one each leave a dimension behind that nobody frees. */
    private static void narrow(Context context, SubArray cells, Block block) throws TileDBError {
        long slot = block.slot() + block.slots() - 1;
        long row = block.first() + block.rows() - 1;
        long[] bounds = block.width() > 0
                ? new long[] {block.slot(), slot, block.first(), row, 0, block.width() - 1}
                : new long[] {block.slot(), slot, block.first(), row};
        try (NativeArray values = new NativeArray(context, bounds, Datatype.TILEDB_INT64)) {
            cells.setSubarray(values);
        }
    }

    private static void require(QueryStatus status, String uri) throws TileDBError {
        if (status != QueryStatus.TILEDB_COMPLETED) {
            throw new TileDBError("a query of " + uri + " ended as " + status);
        }
    }
}
