package org.clientele.platform.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** Signs a jar with a new key, and changes one afterwards. */
final class SignedJar {
    private SignedJar() {}

    static Path sign(Path jar, Path signed) throws Exception {
        Path store = Files.createTempDirectory(Path.of("target"), "key").resolve("keys.p12");
        char[] password = "changeit".toCharArray();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "acme",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Acme",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), password);
        KeyStore.PrivateKeyEntry key =
                (KeyStore.PrivateKeyEntry) keys.getEntry("acme", new KeyStore.PasswordProtection(password));
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).build().sign(in, out);
        }
        return signed;
    }

    static void replaceEntry(Path jar, Path changed, String name, String text) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    out.write(entry.getName().equals(name) ? text.getBytes(StandardCharsets.UTF_8) : bytes);
                }
            }
        }
    }
}
