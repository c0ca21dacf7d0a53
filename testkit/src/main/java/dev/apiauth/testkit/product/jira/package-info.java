/** The part of Jira's surface that the guide, its clients and the tests call. */
package dev.apiauth.testkit.product.jira;
