package io.depth4j;

import io.depth4j.internal.draw.Letters;
import io.depth4j.io.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Photos beside their depth on one page, in cells of one size. */
final class Sheet {

    private static final int GAP = 4;
    private static final int ZOOM = 2;

    private final Size cell;
    private final int pairsInRow;
    private final String letters;
    private final List<Image> cells = new ArrayList<>();

    /** For pairs that are named by these letters, as far as they go. */
    Sheet(Size cell, int pairsInRow, String letters) {
        this.cell = cell;
        this.pairsInRow = pairsInRow;
        this.letters = letters;
    }

    /** Near is red, far is blue; the two percent at either end have the colours of the ends. */
    static Image colored(DepthMap map) {
        return Colormaps.named("turbo").colorize(map, Range.percentiles(map, 2, 98));
    }

    void add(Image photo, DepthMap depth) {
        cells.add(fitted(photo));
        cells.add(fitted(colored(depth)));
    }

    private Image fitted(Image picture) {
        double scale = Math.min((double) cell.width() / picture.width(), (double) cell.height() / picture.height());
        Size size = new Size((int) Math.round(scale * picture.width()), (int) Math.round(scale * picture.height()));
        return FrameResizers.area().resize(picture, size);
    }

    Image draw() {
        int columns = 2 * pairsInRow;
        int rows = (cells.size() + columns - 1) / columns;
        // Pairs lie further apart than the two of a pair.
        int width = columns * (cell.width() + GAP) - GAP + (pairsInRow - 1) * 2 * GAP;
        BufferedImage page = new BufferedImage(width, rows * (cell.height() + GAP) - GAP, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        for (int i = 0; i < cells.size(); i++) {
            Image picture = cells.get(i);
            int column = i % columns;
            int left = column * (cell.width() + GAP) + column / 2 * 2 * GAP;
            int top = i / columns * (cell.height() + GAP);
            graphics.drawImage(
                    Images.toBufferedImage(picture),
                    left + (cell.width() - picture.width()) / 2,
                    top + (cell.height() - picture.height()) / 2,
                    null);
            if (i % 2 == 0 && i / 2 < letters.length()) {
                letter(graphics, letters.charAt(i / 2), left, top);
            }
        }
        graphics.dispose();
        return Images.wrap(page);
    }

    private static void letter(Graphics2D graphics, char letter, int left, int top) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(left, top, ZOOM * (Letters.WIDTH + 3), ZOOM * (Letters.HEIGHT + 3));
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < Letters.HEIGHT; y++) {
            for (int x = 0; x < Letters.WIDTH; x++) {
                if (Letters.inked(letter, x, y)) {
                    graphics.fillRect(left + ZOOM * (x + 1), top + ZOOM * (y + 1), ZOOM, ZOOM);
                }
            }
        }
    }
}
