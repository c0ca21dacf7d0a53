/** What a verified token must say, and who that is. */
package dev.apiauth.policy.token;
