package org.clientele.platform.app;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class ProductVersion implements IVersionProvider {
    static String get() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Clientele " + get(), "Java " + Runtime.version()};
    }
}
