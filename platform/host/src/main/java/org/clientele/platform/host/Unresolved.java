package org.clientele.platform.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** Says in one sentence why a bundle does not resolve; Felix says it in a paragraph of filters. */
final class Unresolved {
    private static final Texts TEXTS = Texts.of(Unresolved.class);

    private static final String SDK = "org.clientele.sdk";
    private static final Pattern BOUND = Pattern.compile("\\((!?)\\(?(?:bundle-)?version([<>])=([^)]+)\\)");

    private final String plugin;
    private final Bundle bundle;
    private final List<Bundle> all;

    private Unresolved(String plugin, Bundle bundle, List<Bundle> all) {
        this.plugin = plugin;
        this.bundle = bundle;
        this.all = all;
    }

    /**
     * The sentence.
     *
     * @param plugin id and version
     * @param all every installed bundle, that of the framework included
     */
    static String why(String plugin, Bundle bundle, List<Bundle> all) {
        return new Unresolved(plugin, bundle, all).sentence();
    }

    private String sentence() {
        String waiting = "";
        for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (!decides(need)) {
                continue;
            }
            List<BundleCapability> offers = offers(need.getNamespace());
            List<BundleCapability> fitting =
                    offers.stream().filter(need::matches).toList();
            if (fitting.isEmpty()) {
                return missing(need, offers);
            }
            if (fitting.stream().noneMatch(Unresolved::isUsable)) {
                Bundle provider = fitting.get(0).getRevision().getBundle();
                waiting = TEXTS.get(
                        "unresolved.needs_cannot_run_itself",
                        plugin,
                        provider.getSymbolicName(),
                        provider.getVersion());
            }
        }
        return waiting.isEmpty() ? TEXTS.get("unresolved.needs_packages_cannot_used_together", plugin) : waiting;
    }

    private String missing(BundleRequirement need, List<BundleCapability> offers) {
        String filter = need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        String range = range(filter);
        switch (need.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> {
                String name = named(filter, PackageNamespace.PACKAGE_NAMESPACE);
                List<BundleCapability> others = named(offers, PackageNamespace.PACKAGE_NAMESPACE, name);
                return missingPackage(name, range, others);
            }
            case BundleNamespace.BUNDLE_NAMESPACE -> {
                String name = named(filter, BundleNamespace.BUNDLE_NAMESPACE);
                List<BundleCapability> others = named(offers, BundleNamespace.BUNDLE_NAMESPACE, name);
                return others.isEmpty()
                        ? TEXTS.get("unresolved.plugin_not_installed", plugin, name + range)
                        : TEXTS.get(
                                "unresolved.plugin_other_version",
                                plugin,
                                name + range,
                                others.get(0).getRevision().getVersion());
            }
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> {
                Matcher version = Pattern.compile("version=([^)]+)").matcher(filter);
                return TEXTS.get(
                        "unresolved.needs_java_is_java",
                        plugin,
                        (version.find() ? version.group(1) : filter),
                        String.valueOf(Runtime.version().feature()));
            }
            default -> {
                return TEXTS.get("unresolved.needs_nothing_here_provides", plugin, need.getNamespace(), filter);
            }
        }
    }

    private String missingPackage(String name, String range, List<BundleCapability> others) {
        boolean ofSdk = name.equals(SDK) || name.startsWith(SDK + ".");
        if (ofSdk && !others.isEmpty()) {
            return TEXTS.get("unresolved.needs_sdk_workbench_has", plugin, range, version(others.get(0)));
        }
        if (ofSdk) {
            return TEXTS.get("unresolved.needs_sdk_package_workbench_does", plugin, name, range);
        }
        return others.isEmpty()
                ? TEXTS.get("unresolved.package_not_provided", plugin, name + range)
                : TEXTS.get(
                        "unresolved.package_other_version",
                        plugin,
                        name + range,
                        others.get(0).getRevision().getSymbolicName(),
                        version(others.get(0)));
    }

    private static boolean decides(BundleRequirement need) {
        String resolution = need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        String effective = need.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
        return !Constants.RESOLUTION_OPTIONAL.equals(resolution)
                && !"dynamic".equals(resolution)
                && (effective == null || effective.equals(Constants.EFFECTIVE_RESOLVE));
    }

    private List<BundleCapability> offers(String namespace) {
        List<BundleCapability> offers = new ArrayList<>();
        for (Bundle other : all) {
            BundleRevision revision = other.adapt(BundleRevision.class);
            if (revision != null) {
                offers.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return offers;
    }

    private static List<BundleCapability> named(List<BundleCapability> offers, String attribute, String name) {
        return offers.stream()
                .filter(offer -> name.equals(offer.getAttributes().get(attribute)))
                .toList();
    }

    private static boolean isUsable(BundleCapability offer) {
        BundleWiring wiring = offer.getRevision().getWiring();
        return wiring != null && wiring.isCurrent();
    }

    private static String named(String filter, String attribute) {
        Matcher name = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]*)\\)")
                .matcher(filter);
        return name.find() ? name.group(1) : filter;
    }

    /** The version range of a filter, with a blank before it, or "". */
    private static String range(String filter) {
        Version low = Version.emptyVersion;
        @Nullable Version high = null;
        char left = VersionRange.LEFT_CLOSED;
        char right = VersionRange.RIGHT_OPEN;
        for (Matcher bound = BOUND.matcher(filter); bound.find(); ) {
            boolean not = !bound.group(1).isEmpty();
            Version version = Version.parseVersion(bound.group(3));
            if (bound.group(2).equals(">")) {
                if (not) {
                    high = version;
                } else {
                    low = version;
                }
            } else if (not) {
                low = version;
                left = VersionRange.LEFT_OPEN;
            } else {
                high = version;
                right = VersionRange.RIGHT_CLOSED;
            }
        }
        if (high == null) {
            return low.equals(Version.emptyVersion) ? "" : " " + TEXTS.get("unresolved.or_newer", brief(low));
        }
        return " " + left + brief(low) + "," + brief(high) + right;
    }

    private static Version version(BundleCapability offer) {
        return offer.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }

    private static String brief(Version version) {
        return version.getMicro() == 0 && version.getQualifier().isEmpty()
                ? version.getMajor() + "." + version.getMinor()
                : version.toString();
    }
}
