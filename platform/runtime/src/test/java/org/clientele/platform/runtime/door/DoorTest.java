package org.clientele.platform.runtime.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoorTest {
    private static final String PROCESS = "process 4711 since 2026-01-02T03:04:05Z";
    private static final Holder HOLDER = new Holder(PROCESS, "1.0", false, "import");
    private static final ForwardedCommand COMMAND = new ForwardedCommand(List.of("query", "revenue"), "/home/me", true);

    private Path folder;
    private Path socket;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makesAShortOwnerOnlyFolder() throws IOException {
        folder = Files.createTempDirectory("door");
        socket = folder.resolve("s");
    }

    @AfterEach
    void cleansUp() throws IOException {
        Files.deleteIfExists(socket);
        Files.delete(folder);
    }

    /** Does what a test says. */
    private interface Running {
        int run(ForwardedCommand command, PrintWriter out, PrintWriter err, CancelSignal cancel);
    }

    private Door open(Running running) throws IOException {
        Visitors visitors = new Visitors() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public int run(ForwardedCommand command, PrintWriter o, PrintWriter e, CancelSignal cancel) {
                return running.run(command, o, e, cancel);
            }

            @Override
            public void show() {}
        };
        return Door.open(socket, HOLDER, visitors, Duration.ofMillis(500));
    }

    private Caller caller(String version) {
        String text = PROCESS + "\n" + Caller.AT + socket + "\n";
        return new Caller(Path.of("/shop"), text, version, Duration.ofMillis(500));
    }

    private Caller.Answer call() {
        return caller("1.0").run(COMMAND, new PrintWriter(out), new PrintWriter(err));
    }

    private CompletableFuture<Caller.Answer> callAside() {
        CompletableFuture<Caller.Answer> answer = new CompletableFuture<>();
        Door.thread("caller", () -> {
            try {
                answer.complete(call());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Test
    void whatACommandPrintsAndItsExitCodeComeBackAsTheyWere() throws IOException {
        // Long, and with characters of two halves at every place where a piece may end.
        String text = "a" + "\uD83D\uDE00".repeat(40_000) + "\r\nend \u0000";
        try (Door door = open((command, o, e, cancel) -> {
            o.print(text);
            e.print(command);
            return 3;
        })) {
            assertThat(door.socket()).isEqualTo(socket);
            assertThat(call().exit()).hasValue(3);
        }
        assertThat(out.toString()).isEqualTo(text);
        assertThat(err.toString()).isEqualTo(COMMAND.toString());
        assertThat(socket).doesNotExist();
    }

    @Test
    void aCallerThatGoesCancelsWhatItAskedForWithinASecond() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Door door = open((command, o, e, cancel) -> {
            cancel.onCancel(cancelled::countDown);
            begun.countDown();
            awaits(cancelled);
            return 1;
        })) {
            SocketChannel caller = greeted(door);
            new Wire(caller).write(new Message.Run(COMMAND));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            caller.close();
            assertThat(cancelled.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private SocketChannel greeted(Door door) throws IOException {
        assertThat(door.socket()).isEqualTo(socket);
        SocketChannel channel = connected();
        Wire wire = new Wire(channel);
        wire.write(new Message.Hello(Message.PROTOCOL, "1.0"));
        assertThat(wire.read(Wire.GREETING)).isEqualTo(new Message.Welcome(Message.PROTOCOL, HOLDER, false));
        return channel;
    }

    private static boolean putOut(SocketChannel channel) {
        try {
            while (channel.read(ByteBuffer.allocate(4096)) >= 0) {
                // A welcome may come before the end.
            }
        } catch (IOException e) {
            return true;
        }
        return true;
    }

    private static byte[] frame(int length, String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length).putInt(length).put(text).array();
    }

    @Test
    void nonsenseIsPutOutAndOthersAreServed() throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        String hello = "{\"type\":\"hello\",\"protocol\":1,\"version\":\"1.0\"}";
        List<byte[]> nonsense = List.of(
                noise,
                new byte[0],
                new byte[] {0, 0},
                frame(Integer.MAX_VALUE, hello),
                frame(-1, hello),
                frame(0, ""),
                frame(hello.length() + 1, hello),
                frame(hello.length() - 1, hello),
                frame(4, "null"),
                frame(2, "[]"),
                frame(20, "{\"type\":\"elephant\"}"),
                frame(4000, "[".repeat(4000)),
                frame(33, "{\"type\":\"hello\",\"version\":\"\\uD800\"}"),
                frame(16, "{\"type\":\"hello\"}"),
                frame(14, "{\"type\":\"run\"}"),
                frame(hello.length(), hello + "\u00ff\u00ff\u00ff\u00ff\u00ff"),
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        try (Door door = open((command, o, e, cancel) -> 0)) {
            for (byte[] bytes : nonsense) {
                try (SocketChannel channel = connected()) {
                    ByteBuffer all = ByteBuffer.wrap(bytes);
                    while (all.hasRemaining()) {
                        channel.write(all);
                    }
                    assertThat(putOut(channel)).isTrue();
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("Broken pipe");
                }
            }
            assertThat(door.socket()).isEqualTo(socket);
            assertThat(call().exit()).hasValue(0);
        }
    }

    @Test
    void aCrowdThatSaysNothingIsPutOutAndOthersAreServedAfterwards() throws IOException {
        List<SocketChannel> crowd = new ArrayList<>();
        try (Door door = open((command, o, e, cancel) -> 0)) {
            for (int i = 0; i < 100; i++) {
                crowd.add(connected());
            }
            assertThat(crowd).allMatch(DoorTest::putOut);
            Caller.Answer answer = call();
            while (answer.state() == Caller.State.NOBODY) {
                answer = call();
            }
            assertThat(answer.exit()).hasValue(0);
            assertThat(door.socket()).isEqualTo(socket);
        } finally {
            for (SocketChannel channel : crowd) {
                channel.close();
            }
        }
    }

    @Test
    void anotherVersionIsRefusedWithBothNamed() throws IOException {
        try (Door door = open((command, o, e, cancel) -> 0)) {
            assertThat(door.socket()).isEqualTo(socket);
            assertThatThrownBy(() -> caller("0.9").run(COMMAND, new PrintWriter(out), new PrintWriter(err)))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORKSPACE_LOCKED))
                    .hasMessageContainingAll("/shop", "Clientele 1.0", "Clientele 0.9", PROCESS);
        }
    }

    @Test
    void aHolderThatDoesNotAnswerIsNamed() throws IOException {
        try (ServerSocketChannel hung = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hung.bind(UnixDomainSocketAddress.of(socket));
            assertThat(call().state()).isEqualTo(Caller.State.SILENT);
            AnalyticsException silence = caller("1.0").silence();
            assertThat(silence.code()).isEqualTo(ErrorCode.WORKSPACE_LOCKED);
            assertThat(silence).hasMessageContainingAll("/shop", PROCESS, "does not answer");
        }
    }

    @Test
    void aSocketThatAKilledProcessLeftIsNobodyAndMakesRoomForTheNext() throws IOException {
        assertThat(call().state()).isEqualTo(Caller.State.NOBODY);
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(call().state()).isEqualTo(Caller.State.NOBODY);
        try (Door door = open((command, o, e, cancel) -> 0)) {
            assertThat(door.socket()).isEqualTo(socket);
            assertThat(call().exit()).hasValue(0);
        }
    }

    @Test
    void aSocketWhereOthersCouldHavePutOneIsNotTrusted() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Door door = open((command, o, e, cancel) -> 0)) {
            assertThat(door.socket()).isEqualTo(socket);
            assertThatThrownBy(this::call).hasMessageContaining("another user");
        }
    }

    @Test
    void aDoorThatClosesTellsThoseWhoseCommandIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Door door = open((command, o, e, cancel) -> {
            cancel.onCancel(cancelled::countDown);
            begun.countDown();
            awaits(cancelled);
            e.println("Cancelled.");
            return 1;
        })) {
            CompletableFuture<Caller.Answer> answer = callAside();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            door.dismiss();
            assertThat(call().state()).isEqualTo(Caller.State.LEAVING);
            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(AnalyticsException.class)
                    .hasMessageContainingAll(
                            "the command import of Clientele 1.0", "was closed", "Run the command again");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aCommandLineFinishesWhatItServesAndServesOthersMeanwhileButNotForEver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Door door = open((command, o, e, cancel) -> {
            if (begun.getCount() == 0) {
                return 5;
            }
            begun.countDown();
            awaits(go);
            return 4;
        })) {
            CompletableFuture<Caller.Answer> early = callAside();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Boolean> finished = CompletableFuture.supplyAsync(() -> {
                door.finish();
                return true;
            });
            assertThat(call().exit()).hasValue(5);
            assertThat(finished).isNotDone();
            go.countDown();
            assertThat(early.get(10, TimeUnit.SECONDS).exit()).hasValue(4);
            assertThat(finished.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(call().state()).isEqualTo(Caller.State.LEAVING);
        }
    }

    @Test
    void aHolderThatDiesUnderACommandIsTold() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Door door = open((command, o, e, cancel) -> {
            begun.countDown();
            awaits(go);
            return 0;
        });
        CompletableFuture<Caller.Answer> answer = callAside();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        door.close();
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .hasMessageContainingAll("ended while it ran this command", PROCESS);
        go.countDown();
    }

    @Test
    void aDeepWorkspaceHasAShortAddressInAFolderOfTheOwner() throws IOException {
        Path deep = Path.of("/" + "a very long name/".repeat(40));
        Path place = SocketPlace.of(deep);
        assertThat(place.toString().length()).isLessThanOrEqualTo(100);
        assertThat(place).isEqualTo(SocketPlace.of(deep)).isNotEqualTo(SocketPlace.of(deep.resolve("b")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.getParent())))
                .isEqualTo("rwx------");
    }
}
