package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a workspace's socket lies: not in the workspace, which may be too deep (an address has about a hundred bytes), on
 * a file system without sockets, or open to others; but in an owner-only folder of this machine.
 */
final class SocketPlace {
    private static final Logger LOG = LoggerFactory.getLogger(SocketPlace.class);
    /** Linux takes 107 bytes, macOS 103. */
    private static final int LONGEST = 100;

    private static final String OWNER_ONLY = "rwx------";

    private SocketPlace() {}

    /**
     * The place for a workspace; its folder is there afterwards.
     *
     * @param workspace its real path
     * @throws IOException if no folder will do, with the reason
     */
    static Path of(Path workspace) throws IOException {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        List<Path> folders = new ArrayList<>();
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank() && Files.isDirectory(Path.of(runtime))) {
            folders.add(Path.of(runtime, "clientele"));
        }
        folders.add(Path.of(System.getProperty("java.io.tmpdir"), "clientele-" + user));
        folders.add(Path.of("/tmp", "clientele-" + user));
        IOException reason = new IOException("No folder's path is short enough for a socket");
        for (Path folder : folders) {
            Path place = folder.toAbsolutePath().resolve(name(workspace));
            if (place.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                continue;
            }
            try {
                makeOwnerOnly(folder);
                return place;
            } catch (IOException e) {
                LOG.debug("No socket in {}", folder, e);
                reason = e;
            }
        }
        throw reason;
    }

    private static String name(Path workspace) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(workspace.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10) + ".sock";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void makeOwnerOnly(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (posix) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            LOG.trace("Another process made {}", folder, e);
        }
        if (!isOwnerOnly(folder)) {
            throw new IOException(folder + " is not a folder that only you may enter");
        }
    }

    /** Whether a socket lies where nobody else could have put it. */
    static boolean isTrusted(Path socket) {
        try {
            Path folder = socket.getParent();
            return folder != null && isOwnerOnly(folder);
        } catch (IOException e) {
            LOG.debug("Nobody knows whose {} is", socket, e);
            return false;
        }
    }

    /** On Windows a user's folder for temporary files is hers by the rights that it inherits. */
    private static boolean isOwnerOnly(Path folder) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix == null) {
            return Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory();
        }
        var attributes = posix.readAttributes();
        return attributes.isDirectory()
                && PosixFilePermissions.toString(attributes.permissions()).equals(OWNER_ONLY)
                && attributes.owner().equals(self());
    }

    /** Whether the process at the other end is this user's, as far as the system tells. */
    static boolean isSameUser(SocketChannel peer) throws IOException {
        SocketOption<UnixDomainPrincipal> credentials = ExtendedSocketOptions.SO_PEERCRED;
        if (!peer.supportedOptions().contains(credentials)) {
            return true;
        }
        // The two kinds of principal are never equal; their names are.
        return peer.getOption(credentials).user().getName().equals(self().getName());
    }

    private static @Nullable UserPrincipal self;

    /** Files know who made them, which is surer than a name in the environment. */
    private static synchronized UserPrincipal self() throws IOException {
        UserPrincipal known = self;
        if (known == null) {
            Path mine = Files.createTempFile("clientele", ".me");
            try {
                known = Files.getOwner(mine);
            } finally {
                Files.delete(mine);
            }
            self = known;
        }
        return known;
    }
}
