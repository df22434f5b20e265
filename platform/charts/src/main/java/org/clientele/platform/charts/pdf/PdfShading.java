package org.clientele.platform.charts.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.clientele.sdk.scene.Fill;

/** Vertical gradients: colours as an axial shading, opacity as a mask made of another (ISO 32000-1, 8.7.4.5.3 and 11.6.5.3). */
final class PdfShading {
    private static final COSName SHADING = COSName.getPDFName("Fade");

    private PdfShading() {}

    static PDShadingType2 colors(Fill fill, double top, double bottom) {
        return new PDShadingType2(axial(COSName.DEVICERGB, top, bottom, rgb(fill.argb()), rgb(fill.endArgb())));
    }

    static boolean isOpaque(Fill fill) {
        return fill.argb() >>> 24 == 0xFF && fill.endArgb() >>> 24 == 0xFF;
    }

    /** Makes what is painted after it as opaque as the fill is at that height, within the box. */
    static PDExtendedGraphicsState opacity(
            PDDocument document, Fill fill, double left, double top, double right, double bottom) throws IOException {
        COSDictionary shadings = new COSDictionary();
        shadings.setItem(SHADING, axial(COSName.DEVICEGRAY, top, bottom, grey(fill.argb()), grey(fill.endArgb())));
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.SHADING, shadings);
        COSDictionary transparency = new COSDictionary();
        transparency.setItem(COSName.S, COSName.TRANSPARENCY);
        transparency.setItem(COSName.CS, COSName.DEVICEGRAY);

        COSStream group = document.getDocument().createCOSStream();
        group.setItem(COSName.TYPE, COSName.XOBJECT);
        group.setItem(COSName.SUBTYPE, COSName.FORM);
        group.setItem(COSName.BBOX, numbers(left, top, right, bottom));
        group.setItem(COSName.GROUP, transparency);
        group.setItem(COSName.RESOURCES, resources);
        try (OutputStream out = group.createOutputStream()) {
            out.write(("/" + SHADING.getName() + " sh").getBytes(StandardCharsets.US_ASCII));
        }
        COSDictionary mask = new COSDictionary();
        mask.setItem(COSName.TYPE, COSName.MASK);
        mask.setItem(COSName.S, COSName.LUMINOSITY);
        mask.setItem(COSName.G, group);
        COSDictionary state = new COSDictionary();
        state.setItem(COSName.TYPE, COSName.EXT_G_STATE);
        state.setItem(COSName.SMASK, mask);
        return new PDExtendedGraphicsState(state);
    }

    private static COSDictionary axial(COSName space, double top, double bottom, double[] from, double[] to) {
        COSDictionary function = new COSDictionary();
        function.setItem(COSName.FUNCTION_TYPE, COSInteger.TWO);
        function.setItem(COSName.DOMAIN, numbers(0, 1));
        function.setItem(COSName.C0, numbers(from));
        function.setItem(COSName.C1, numbers(to));
        function.setItem(COSName.N, COSInteger.ONE);
        COSArray beyond = new COSArray();
        beyond.add(COSBoolean.TRUE);
        beyond.add(COSBoolean.TRUE);
        COSDictionary shading = new COSDictionary();
        shading.setItem(COSName.SHADING_TYPE, COSInteger.TWO);
        shading.setItem(COSName.COLORSPACE, space);
        shading.setItem(COSName.COORDS, numbers(0, top, 0, bottom));
        shading.setItem(COSName.FUNCTION, function);
        shading.setItem(COSName.EXTEND, beyond);
        return shading;
    }

    private static double[] rgb(int argb) {
        return new double[] {(argb >> 16 & 0xFF) / 255.0, (argb >> 8 & 0xFF) / 255.0, (argb & 0xFF) / 255.0};
    }

    private static double[] grey(int argb) {
        return new double[] {(argb >>> 24) / 255.0};
    }

    private static COSArray numbers(double... values) {
        COSArray array = new COSArray();
        for (double v : values) {
            array.add(new COSFloat((float) v));
        }
        return array;
    }
}
