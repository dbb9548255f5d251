package io.depth4j.examples.quickstart;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.DepthMap;
import io.depth4j.DepthRuntime;
import io.depth4j.Image;
import io.depth4j.Legend;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.Images;
import io.depth4j.testkit.AnalyticScene;
import io.depth4j.testkit.SceneView;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Renders a room whose depth is known, colours the depth, and writes both beside each other. */
public final class QuickStart {

    private static final String HELP = """
            Draws a room and its depth beside each other, in one PNG.

            Usage: java --add-modules jdk.incubator.vector -jar depth-quickstart.jar [FILE]

            FILE is depth-quickstart.png if not given. For example:
              java -jar depth-quickstart.jar room.png
            """;

    private static final Size SHOWN = new Size(440, 330);
    private static final int MARGIN = 8;

    private QuickStart() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 1 || args.length == 1 && args[0].startsWith("-")) {
            System.out.print(HELP);
            System.exit(args.length == 1 && args[0].equals("--help") ? 0 : 2);
        }
        Path file = Path.of(args.length == 1 ? args[0] : "depth-quickstart.png");
        Images.write(picture(), file);
        System.out.println("picture: " + file.toAbsolutePath().normalize());
        System.out.println("kernels: " + DepthRuntime.kernels());
    }

    static Image picture() {
        SceneView room = AnalyticScene.room().view(SHOWN);
        Image photo = room.picture();
        DepthMap metres = room.depth();

        Range range = Range.minMax(metres);
        Colormap colormap = Colormaps.named("turbo").reversed();
        Image legend = Legend.of(colormap, range)
                .withUnit("m")
                .withBar(SHOWN.height() - 6 * MARGIN, 16)
                .withZoom(2)
                .draw();
        return beside(photo, colormap.colorize(metres, range), legend);
    }

    private static Image beside(Image... pictures) {
        int width = MARGIN;
        int height = 0;
        for (Image picture : pictures) {
            width += picture.width() + MARGIN;
            height = Math.max(height, picture.height());
        }
        BufferedImage sheet = new BufferedImage(width, height + 2 * MARGIN, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        int x = MARGIN;
        for (Image picture : pictures) {
            int y = MARGIN + (height - picture.height()) / 2;
            graphics.drawImage(Images.toBufferedImage(picture), x, y, null);
            x += picture.width() + MARGIN;
        }
        graphics.dispose();
        return Images.wrap(sheet);
    }
}
