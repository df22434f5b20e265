package org.clientele.sdk.scene;

/**
 * A picture in which everything is decided: shapes and text at fixed places. Immutable and thread-safe; every sink paints
 * it alike.
 *
 * @param width in pixels at 100 %
 * @param height in pixels at 100 %
 * @param title for accessibility: what the picture shows
 * @param description for accessibility: what it says, in a sentence or two
 * @param root all parts
 */
public record Scene(double width, double height, String title, String description, Node.Group root) {
    /** Hands every part to {@code sink}, in painting order. */
    public void paint(SceneSink sink) {
        sink.begin(this);
        paint(root, sink);
        sink.end();
    }

    private static void paint(Node node, SceneSink sink) {
        if (node instanceof Node.Group group) {
            sink.enter(group);
            for (Node child : group.children()) {
                paint(child, sink);
            }
            sink.leave(group);
        } else if (node instanceof Node.Rect rect) {
            sink.rect(rect);
        } else if (node instanceof Node.Circle circle) {
            sink.circle(circle);
        } else if (node instanceof Node.Path path) {
            sink.path(path);
        } else if (node instanceof Node.Text text) {
            sink.text(text);
        }
    }
}
