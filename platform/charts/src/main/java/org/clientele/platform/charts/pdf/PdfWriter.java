package org.clientele.platform.charts.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.clientele.sdk.scene.Scene;

/** Writes scenes as PDF, each as a page of its size. The same scenes give the same bytes. */
public final class PdfWriter {
    private static final String PRODUCER = "Clientele";
    /** PDFBox would take the clock for what tells two documents apart. */
    private static final long FIXED_ID = 1;

    private PdfWriter() {}

    /**
     * Writes one scene.
     *
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Scene scene, OutputStream out) throws IOException {
        write(scene.title(), scene.description(), List.of(scene), out);
    }

    /**
     * Writes a document; of several pages it also has bookmarks, one wherever the scenes' title changes.
     *
     * @param title what the viewer's window is called
     * @param subject a sentence or two on what it says
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(String title, String subject, List<Scene> pages, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(title);
            about.setSubject(subject);
            about.setCreator(PRODUCER);
            about.setProducer(PRODUCER);
            document.setDocumentId(FIXED_ID);
            PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            PdfSink sink = new PdfSink(document);
            pages.forEach(scene -> scene.paint(sink));
            if (pages.size() > 1) {
                bookmarks(document, pages);
            }
            document.save(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void bookmarks(PDDocument document, List<Scene> pages) {
        PDDocumentOutline outline = new PDDocumentOutline();
        String last = "";
        for (int i = 0; i < pages.size(); i++) {
            String title = pages.get(i).title();
            if (!title.equals(last)) {
                PDOutlineItem item = new PDOutlineItem();
                item.setTitle(title);
                item.setDestination(document.getPage(i));
                outline.addLast(item);
                last = title;
            }
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }
}
