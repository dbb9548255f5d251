package io.depth4j.internal.csv;

import io.depth4j.frames.BadRow;
import java.util.List;

/** What a row of cells means: a row of the batch, a bad row, or nothing if it is blank. */
final class RowRules {

    private final Dialect dialect;
    private final Cell cell;
    private final Faults faults;

    RowRules(Dialect dialect, Cell cell, Faults faults) {
        this.dialect = dialect;
        this.cell = cell;
        this.faults = faults;
    }

    void take(RowBatch batch, long line, List<String> cells) {
        int found = cells.size();
        if (found == 1 && cells.get(0).isBlank()) {
            return;
        }
        if (!dialect.allows(found)) {
            faults.add(new BadRow(line, found, "", Dialect.expected(dialect.pixels(), found)));
            return;
        }
        cell.newRow();
        int depthColumn = dialect.options().depthColumn();
        String depthText = cells.get(depthColumn).strip();
        int to = batch.count * batch.width;
        for (int column = 0; column < dialect.columns(); column++) {
            if (column == depthColumn) {
                if (!cell.depth(depthText)) {
                    faults.add(new BadRow(line, column + 1, depthText, cell.reason()));
                    return;
                }
                continue;
            }
            String text = column < found ? cells.get(column).strip() : "";
            if (!cell.pixel(text)) {
                faults.add(new BadRow(line, column + 1, text, cell.reason()));
                return;
            }
            batch.pixels[to++] = cell.pixel();
        }
        batch.add(line, cell.depth(), cell);
    }
}
