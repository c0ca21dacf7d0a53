/** What reached the product, byte for byte as far as Tomcat kept it. */
package dev.apiauth.testkit.product.record;
