Telephones in three scripts and automatic attackers now walk through everything that is open to clients and the public; what is not accessible or not safe fails the tests.
