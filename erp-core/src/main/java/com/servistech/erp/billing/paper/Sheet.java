package com.servistech.erp.billing.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Paper to write on from top to bottom, in points; the same content gives the same bytes. The font is the one that PDFBox
 * brings and is embedded, so that no computer needs to have it; strong text is the same font, drawn thicker.
 */
public final class Sheet {

    public static final float MM = 72f / 25.4f;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument pdf = new PDDocument();
    private final PDFont font = font();
    private final float width;
    private final float height;
    private final float margin;
    private PDPage page;
    private PDPageContentStream content;
    private float y;

    public Sheet(float width, float height, float margin, UUID id) {
        this.width = width;
        this.height = height;
        this.margin = margin;
        // without it the file's id is made of the time
        pdf.setDocumentId(id.getLeastSignificantBits());
        newPage();
    }

    public float left() {
        return margin;
    }

    public float right() {
        return width - margin;
    }

    public float y() {
        return y;
    }

    public void moveTo(float newY) {
        y = newY;
    }

    public void down(float points) {
        y -= points;
    }

    /** Whether there is still room above the bottom margin. */
    public boolean fits(float points) {
        return y - points > margin;
    }

    public void newPage() {
        closePage();
        page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        run(() -> content = new PDPageContentStream(pdf, page));
        y = height - margin;
    }

    public void text(String text, float x, float size, boolean strong) {
        run(() -> {
            content.setLineWidth(size / 30);
            content.beginText();
            content.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(printable(text));
            content.endText();
        });
    }

    /** Ends at x. */
    public void textRight(String text, float x, float size, boolean strong) {
        text(text, x - width(text, size), size, strong);
    }

    public void textCentred(String text, float size, boolean strong) {
        text(text, (width - width(text, size)) / 2, size, strong);
    }

    public void rule() {
        run(() -> {
            content.setLineWidth(0.5f);
            content.moveTo(margin, y);
            content.lineTo(width - margin, y);
            content.stroke();
        });
    }

    void image(BufferedImage image, float x, float side) {
        run(() -> content.drawImage(LosslessFactory.createFromImage(pdf, image), x, y, side, side));
    }

    private float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In lines no wider than the room; a word that is wider is broken. */
    public List<String> wrap(String text, float room, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            while (width(line.isEmpty() ? rest : line + " " + rest, size) > room) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    int fits = rest.length();
                    while (fits > 1 && width(rest.substring(0, fits), size) > room) {
                        fits--;
                    }
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Cuts the last page off below what was written: a roll ends where the text ends. */
    byte[] tornOff() {
        float bottom = Math.max(0, y - margin);
        page.setMediaBox(new PDRectangle(0, bottom, width, height - bottom));
        return finished();
    }

    public byte[] finished() {
        closePage();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run(() -> {
            pdf.save(bytes);
            pdf.close();
        });
        return bytes.toByteArray();
    }

    private void closePage() {
        if (content != null) {
            run(content::close);
        }
    }

    /** What the font has not (an emoji in a name) is a question mark. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            try {
                font.encode(character);
                printable.append(character);
            } catch (IllegalArgumentException | IOException e) {
                printable.append('?');
            }
        });
        return printable.toString();
    }

    private PDFont font() {
        try (InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
            return PDType0Font.load(pdf, ttf, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
