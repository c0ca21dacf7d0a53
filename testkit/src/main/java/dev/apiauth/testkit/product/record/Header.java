package dev.apiauth.testkit.product.record;

/**
 * One header line.
 *
 * @param name in lower case: Tomcat keeps no other spelling
 * @param value as it arrived, without the white space around it
 */
public record Header(String name, String value) {}
