package io.depth4j.benchmarks.frames;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.PillowWindows;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The peer: rows as blobs in SQLite by JDBC, tables by Commons CSV, each row resized by itself. */
final class SqliteRows implements AutoCloseable {

    private static final int LOT = 500;

    private final Connection connection;

    SqliteRows(Path file) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=normal");
            statement.execute("create table if not exists frames (image integer, depth real, pixels blob,"
                    + " primary key (image, depth)) without rowid");
            statement.execute("create table if not exists images (image integer primary key, name text, count integer,"
                    + " low real, high real)");
        }
        connection.setAutoCommit(false);
    }

    /** Reads a table, resizes its rows and stores them, 500 at a time. How many rows. */
    int ingest(Path table, int image, int from, int to) throws IOException, SQLException {
        FixedWindows windows = PillowWindows.BILINEAR.fixed(from, to);
        byte[] pixels = new byte[from];
        int rows = 0;
        double low = Double.NaN;
        double high = Double.NaN;
        try (Reader reader = Files.newBufferedReader(table, StandardCharsets.US_ASCII);
                CSVParser parser = CSVParser.parse(
                        reader,
                        CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get());
                PreparedStatement insert =
                        connection.prepareStatement("insert or replace into frames values (?, ?, ?)")) {
            for (CSVRecord line : parser) {
                for (int x = 0; x < from; x++) {
                    double value = Double.parseDouble(line.get(x + 1));
                    pixels[x] = (byte) Math.max(0, Math.min(255, value));
                }
                high = Double.parseDouble(line.get(0));
                low = rows == 0 ? high : low;
                insert.setInt(1, image);
                insert.setDouble(2, high);
                insert.setBytes(3, resized(pixels, windows));
                insert.addBatch();
                if (++rows % LOT == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
        }
        note(image, rows, low, high);
        return rows;
    }

    private static byte[] resized(byte[] pixels, FixedWindows windows) {
        byte[] row = new byte[windows.outputs()];
        for (int x = 0; x < row.length; x++) {
            int sum = 1 << windows.shift() - 1;
            for (int k = 0; k < windows.taps(); k++) {
                int weight = windows.weights()[x * windows.taps() + k];
                sum += weight == 0 ? 0 : weight * (pixels[windows.first(x) + k] & 0xff);
            }
            row[x] = (byte) Math.max(0, Math.min(255, sum >> windows.shift()));
        }
        return row;
    }

    void store(int image, Frames frames) throws SQLException {
        int width = frames.width();
        try (PreparedStatement insert = connection.prepareStatement("insert or replace into frames values (?, ?, ?)")) {
            for (int row = 0; row < frames.count(); row++) {
                byte[] pixels = new byte[width];
                System.arraycopy(frames.bytes(), row * width, pixels, 0, width);
                insert.setInt(1, image);
                insert.setDouble(2, frames.depth(row));
                insert.setBytes(3, pixels);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    void note(int image, int rows, double low, double high) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into images values (?, 'log', ?, ?, ?)")) {
            insert.setInt(1, image);
            insert.setInt(2, rows);
            insert.setDouble(3, low);
            insert.setDouble(4, high);
            insert.executeUpdate();
        }
        connection.commit();
    }

    Frames read(int image, double low, double high, int width) throws SQLException {
        List<byte[]> rows = new ArrayList<>();
        List<Double> depths = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select depth, pixels from frames where image = ? and depth between ? and ? order by depth")) {
            select.setInt(1, image);
            select.setDouble(2, low);
            select.setDouble(3, high);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    depths.add(found.getDouble(1));
                    rows.add(found.getBytes(2));
                }
            }
        }
        byte[] pixels = new byte[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, pixels, row * width, width);
        }
        double[] all = depths.stream().mapToDouble(depth -> depth).toArray();
        return Frames.wrap(DepthUnit.METRE, width, all, pixels);
    }

    int images() throws SQLException {
        int count = 0;
        try (Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("select image, name, count, low, high from images")) {
            while (found.next()) {
                count += found.getDouble(5) >= found.getDouble(4) ? 1 : 0;
            }
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
