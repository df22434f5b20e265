package org.clientele.platform.runtime;

/**
 * A setting for people and programs.
 *
 * @param name "time-zone"
 * @param value as text
 * @param standard the value where nobody set one
 * @param set whether somebody set it
 * @param about what it does, in a sentence
 */
public record SettingView(String name, String value, String standard, boolean set, String about) {}
